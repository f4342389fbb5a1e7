/** What helps somebody who does not fit: another call, a host that holds the money, or an organisation that can help. */
export const CHECK_ROUTES = ['another-call', 'fiscal-host', 'partner'] as const;
export type CheckRoute = (typeof CHECK_ROUTES)[number];

/** One sentence that is true for those who can apply, and where a "no" leads. */
export type CheckItemDraft = {
  readonly statement: string;
  readonly route: CheckRoute;
  /** What they are told; it may be empty where another call speaks for itself. */
  readonly advice: string;
  /** Empty, or a whole https address. */
  readonly link: string;
  /** The last part of the other call's address; null on every other route. */
  readonly otherSlug: string | null;
};

export type CheckItemFault = 'statement-empty' | 'other-call-missing' | 'advice-empty' | 'link-malformed';

/** Longer than this it is no check, it is a form. */
export const CHECK_ITEMS_MAX = 8;

/** What is wrong with one sentence by itself, by field, in the order of the form. */
export function checkItemFaults(draft: CheckItemDraft): { field: keyof CheckItemDraft; fault: CheckItemFault }[] {
  const toCall = draft.route === 'another-call';
  const checks: readonly (readonly [keyof CheckItemDraft, CheckItemFault, boolean])[] = [
    ['statement', 'statement-empty', draft.statement.trim() === ''],
    ['otherSlug', 'other-call-missing', toCall && draft.otherSlug === null],
    ['advice', 'advice-empty', !toCall && draft.advice.trim() === ''],
    ['link', 'link-malformed', draft.link !== '' && !isWholeLink(draft.link)],
  ];
  return checks.filter(([, , isWrong]) => isWrong).map(([field, fault]) => ({ field, fault }));
}

/** The sentence with what its route does not use emptied, so that nothing hidden is published. */
export function tidiedCheckItem(draft: CheckItemDraft): CheckItemDraft {
  return { ...draft, otherSlug: draft.route === 'another-call' ? draft.otherSlug : null };
}

export type CheckOutcome = 'fits' | 'another-way';

/**
 * How a check ends: a single "no" shows another way. It decides nothing, and nobody is kept from starting.
 *
 * @param answers  for each sentence, in their order, whether it is true
 * @returns        the sentences that were answered with no
 */
export function checkResult<Item>(
  items: readonly Item[],
  answers: readonly boolean[],
): { outcome: CheckOutcome; missed: Item[] } {
  const missed = items.filter((_, place) => answers[place] !== true);
  return { outcome: missed.length === 0 ? 'fits' : 'another-way', missed };
}

/**
 * What makes people who fear for their stay stop reading.
 *
 * @source Safe Surgeries (Doctors of the World UK): never ask for status, and say so
 */
const FRIGHTENING: readonly RegExp[] = [
  /\bpassports?\b/i,
  /\bBRPs?\b/i,
  /\bbiometric residence\b/i,
  /\bARC\b/,
  /\b(?:e-?)?visas?\b/i,
  /\bshare codes?\b/i,
  /\bHome Office\b/i,
  /\bimmigration\b/i,
  /\basylum\b/i,
  /\bnationalit(?:y|ies)\b/i,
  /\b(?:British|UK|EU|EEA) citizens?(?:hip)?\b/i,
  /\bcountr(?:y|ies) of (?:birth|origin)\b/i,
  /\bNational Insurance\b/i,
  /\b(?:identity|ID) (?:cards?|documents?|papers?)\b/i,
  /\bpapers\b/i,
  /\b(?:legal|residence|settled) status\b/i,
  /\blegal residents?\b/i,
  /\b(?:right|leave|permission) to (?:remain|stay|work|be here|live)\b/i,
  /\bproof of\b/i,
  /\b(?:un)?documented\b/i,
  /\b(?:il)?legally\b/i,
  /\billegal\b/i,
];

/** The words of a text that sound like asking for papers or status, as written, each once and in their order. */
export function frighteningWords(text: string): string[] {
  const hits = FRIGHTENING.flatMap((pattern) => {
    const hit = pattern.exec(text);
    return hit === null ? [] : [{ at: hit.index, words: hit[0], end: hit.index + hit[0].length }];
  });
  const inOrder = hits.toSorted((one, other) => one.at - other.at || other.end - one.end);
  const apart = inOrder.filter(({ at, end }, place) => {
    const before = inOrder.slice(0, place);
    return !before.some((earlier) => earlier.at <= at && end <= earlier.end);
  });
  return apart.map(({ words }) => words);
}

function isWholeLink(text: string): boolean {
  const address = URL.parse(text);
  return address?.protocol === 'https:' && address.hostname.includes('.') && address.username === '';
}
