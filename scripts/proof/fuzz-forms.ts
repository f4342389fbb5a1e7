/** A form as a page holds it: where it goes, and what its fields hold now. */
export type PageForm = {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
};

/** Every form of a page that changes something. */
export function formsIn(html: string, path: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, attributes = '']) => /method="post"/i.test(attributes))
    .map(([, attributes = '', inside = '']) => ({
      action: attributeOf(attributes, 'action') ?? path,
      fields: fieldsIn(inside),
    }));
}

const FIELD =
  /<(textarea)\b([^>]*)>([\s\S]*?)<\/textarea>|<(select)\b([^>]*)>([\s\S]*?)<\/select>|<(?:input|button)\b([^>]*)>/g;

function fieldsIn(inside: string): [string, string][] {
  return [...inside.matchAll(FIELD)].flatMap(
    ([, area, ofArea = '', text = '', select, ofSelect = '', options = '', of = '']) => {
      const attributes = area === undefined ? (select === undefined ? of : ofSelect) : ofArea;
      const name = attributeOf(attributes, 'name') ?? '';
      if (name === '') return [];
      if (area !== undefined) return [[name, plain(text)]];
      const valued = select === undefined ? attributes : (/<option\b([^>]*)>/.exec(options)?.[1] ?? '');
      return [[name, attributeOf(valued, 'value') ?? '']];
    },
  );
}

function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(attributes);
  return found === null ? null : plain(found[1] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}
