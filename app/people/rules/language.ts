import { isSpoken, SPOKEN, type Spoken } from '#app/kernel/languages.ts';

/** What is known of the language that somebody reads. */
type Known = {
  /** The `lang` of the address. */
  readonly asked: string | null;
  /** What a signed-in person chose, on whatever device. */
  readonly ownChoice: string | null;
  /** What was chosen on this device. */
  readonly cookie: string | null;
  /** What the browser says its reader likes, as in `Accept-Language`. */
  readonly accepted: string | null;
};

/** The language to answer in: what is asked for now, then what was chosen before, then what the browser suggests. */
export function languageFor(known: Known): Spoken {
  const chosen = [known.asked, known.ownChoice, known.cookie].find(isSpoken);
  return chosen ?? bestOf(known.accepted ?? '');
}

/**
 * The one of our languages that a browser's reader likes best; English when none is named.
 *
 * @param accepted  as in RFC 9110, 12.5.4: "ar-SY,ar;q=0.9,en;q=0.5"
 */
function bestOf(accepted: string): Spoken {
  const ranges = accepted.split(',', 20).map((part, place) => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { language: range.split('-')[0], weight: weight === undefined ? 1 : Number(weight), place };
  });
  const liked = ranges.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight || a.place - b.place);
  for (const { language } of liked) if (isSpoken(language)) return language;
  return SPOKEN[0];
}
