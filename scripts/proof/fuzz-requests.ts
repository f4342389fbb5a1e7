import { urls } from '#app/routes.ts';
import type { PageForm } from './fuzz-forms.ts';
import { oddCookie, oddHeaders, oddPart, oddValue, PEOPLES_TEXTS } from './fuzz-values.ts';
import { FUZZERS, type Fuzzer, type FuzzWorld } from './fuzz-world.ts';
import type { Seeded } from './seeded.ts';

/** One request, down to its bytes. */
export type FuzzRequest = {
  readonly by: Fuzzer;
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
  /** It stops in the middle. */
  readonly isCut: boolean;
};

/** The addresses of calls and applications, as they stand in `routes.ts`. */
export const PATTERNS: readonly string[] = urls.flatMap(({ path, file }) =>
  /^grant\/(call|application)\//.test(file) ? [`/${path ?? ''}`] : [],
);

const METHODS = [
  'GET',
  'GET',
  'GET',
  'POST',
  'POST',
  'POST',
  'POST',
  'HEAD',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'PUT',
  'BREW',
];
/** The fields that hold what people write. */
const WRITTEN = new Set(['text', 'groupName']);
const NOTHING = Buffer.alloc(0);

/** An address with every parameter filled in: mostly with what exists. */
export function filledIn(pattern: string, known: FuzzWorld['known'], chance: Seeded, odd = 25): string {
  return pattern.replaceAll(/:(\w+)|\*/g, (_, name: string | undefined) => {
    const leads = known[name ?? 'applicationId'] ?? [];
    return leads.length === 0 || chance.inHundred(odd) ? oddPart(chance) : chance.one(leads);
  });
}

/** A request that no page of ours would send, or one that a page would, with something wrong in it. */
export function wildRequest(
  world: FuzzWorld,
  forms: ReadonlyMap<Fuzzer, readonly PageForm[]>,
  chance: Seeded,
): FuzzRequest {
  // Half of them come from the one who has something to lose.
  const by = chance.inHundred(50) ? 'Amina' : chance.one(FUZZERS);
  const cookie = chance.inHundred(6) ? oddCookie(chance, world.cookies[by]) : world.cookies[by];
  const headers: Record<string, string> = {
    ...(cookie === '' ? {} : { Cookie: cookie }),
    ...(chance.inHundred(10) ? oddHeaders(chance) : {}),
  };
  const known = forms.get(by) ?? [];
  if (known.length > 0 && chance.inHundred(55)) {
    const writing = known.filter(({ fields }) => fields.some(([name]) => WRITTEN.has(name)));
    const form = chance.one(writing.length > 0 && chance.inHundred(50) ? writing : known);
    // What a page saw grows old as the run goes on; a page without it lets the newest words win.
    const isOld = chance.inHundred(50);
    const fields = form.fields
      .filter(([name]) => name !== 'revision' || !isOld)
      .map(([name, value]) => [name, WRITTEN.has(name) ? chance.one(PEOPLES_TEXTS) : value] as const);
    const encoded = encode(mutated(fields, chance), chance);
    return {
      by,
      method: 'POST',
      path: form.action,
      headers: { ...headers, ...encoded.headers },
      body: encoded.body,
      isCut: chance.inHundred(5),
    };
  }
  const method = chance.one(METHODS);
  const path = oddAddress(filledIn(chance.one(PATTERNS), world.known, chance), chance);
  const encoded =
    method === 'GET' || method === 'HEAD'
      ? { headers: {}, body: NOTHING }
      : encode(
          [
            ['text', ''],
            ['what', 'details'],
          ],
          chance,
        );
  return {
    by,
    method,
    path,
    headers: { ...headers, ...encoded.headers },
    body: encoded.body,
    isCut: chance.inHundred(3),
  };
}

function oddAddress(path: string, chance: Seeded): string {
  if (chance.inHundred(70)) return path;
  return chance
    .one([
      `${path}?${oddValue(chance)}=${oddValue(chance)}&x[]=1&x[]=2`,
      `${path}?page=${oddValue(chance)}&after=${oddValue(chance)}`,
      `${path}/`,
      `${path}.data`,
      `${path}.data?_routes=${oddValue(chance)}`,
      `/${path}`,
      `/\\u:p@elsewhere.example${path}`,
      path.replaceAll('/', '\\').replace('\\', '/'),
      path.toUpperCase(),
      `${path}?_data=root&index`,
    ])
    .slice(0, 8_000);
}

type Fields = readonly (readonly [name: string, value: string])[];

/** Values replaced, left out, given twice, or given as lists; already percent-encoded. */
function mutated(fields: Fields, chance: Seeded): [string, string][] {
  return fields.flatMap(([name, value]): [string, string][] => {
    const field: [string, string] = [encodeURIComponent(name), encodeURIComponent(value)];
    if (chance.inHundred(65)) return [field];
    const odd: [string, string] = [field[0], oddValue(chance)];
    return chance.one<[string, string][]>([
      [odd],
      [odd],
      [],
      [field, odd],
      [[`${field[0]}[]`, odd[1]]],
      [[`${field[0]}[0][x]`, odd[1]], field],
      [[`${field[0]}.__proto__`, odd[1]], odd],
    ]);
  });
}

function encode(fields: Fields, chance: Seeded): { headers: Record<string, string>; body: Buffer } {
  const text = fields.map(([name, value]) => `${name}=${value}`).join('&');
  const form = { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: Buffer.from(text) };
  if (chance.inHundred(55)) return form;
  if (chance.inHundred(60)) return multipart(fields, chance);
  return chance.one([
    { headers: { 'Content-Type': 'application/json' }, body: Buffer.from('{"text":[1,{"a":"\\u0000') },
    { headers: { 'Content-Type': 'text/plain' }, body: form.body },
    {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-16' },
      body: Buffer.from(text, 'utf16le'),
    },
    { headers: { 'Content-Type': 'multipart/form-data' }, body: form.body },
    { headers: { 'Content-Type': 'application/offset+octet-stream' }, body: form.body },
    { headers: { 'Content-Type': '\u00ff/\u00fe' }, body: form.body },
    { headers: {}, body: form.body },
    { headers: form.headers, body: chance.bytes(chance.below(2_000)) },
    { headers: form.headers, body: Buffer.alloc(2_100_000, 'a=b&') },
    { headers: form.headers, body: Buffer.from('a=b&'.repeat(5_000)) },
  ]);
}

/** As a browser would send it, or with its boundary, a header, or its end missing. */
function multipart(fields: Fields, chance: Seeded): { headers: Record<string, string>; body: Buffer } {
  const parts = fields.map(([name, value]) => {
    const isFile = chance.inHundred(10);
    const file = isFile ? `; filename="${chance.one(['film.mp4', '', '../x', 'é\u0000.mp4', '%22'])}"` : '';
    const head = chance.inHundred(95) ? `Content-Disposition: form-data; name="${safelyDecoded(name)}"${file}` : 'X: y';
    return `--edge\r\n${head}\r\n\r\n${safelyDecoded(value)}\r\n`;
  });
  const whole = `${parts.join('')}--edge--\r\n`;
  const body = Buffer.from(chance.inHundred(75) ? whole : whole.slice(0, chance.below(whole.length + 1)));
  const boundary = chance.inHundred(85) ? 'edge' : chance.one(['', 'other', 'e'.repeat(100), '"edge']);
  return { headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` }, body };
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
