import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import type { DateKind } from './plan.ts';
import type { ToldFacts } from './publication.ts';

/** A date of the plan as it was told. */
export type ToldDate = {
  readonly kind: DateKind;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  readonly place: string;
};

/** What changed between two versions of a call, by how it is shown. `about` names a question, a word or a sentence. */
export type Difference =
  | {
      readonly kind: 'text';
      readonly part:
        | 'title'
        | 'summary'
        | 'about'
        | 'whoCanApply'
        | 'support'
        | 'guidance'
        | 'section'
        | 'term'
        | 'check';
      readonly about: string | null;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'money';
      readonly part: 'pot' | 'awardMax';
      readonly about: null;
      readonly before: Minor;
      readonly after: Minor;
      readonly currency: Currency;
    }
  | {
      readonly kind: 'number';
      readonly part: 'awardsPlanned' | 'videoSeconds' | 'words' | 'minutes';
      readonly about: string | null;
      readonly before: number | null;
      readonly after: number | null;
    }
  | {
      readonly kind: 'moment';
      readonly part: 'opens' | 'closes';
      readonly about: null;
      readonly before: Instant;
      readonly after: Instant;
    }
  | {
      readonly kind: 'date';
      readonly part: DateKind;
      readonly about: null;
      readonly before: ToldDate | null;
      readonly after: ToldDate | null;
    }
  | {
      readonly kind: 'list';
      readonly part: 'themes' | 'options';
      readonly about: string | null;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | {
      /** BCP 47 tags. */
      readonly kind: 'language';
      readonly part: 'language';
      readonly about: null;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'added';
      readonly part: 'question' | 'video' | 'questionVideo' | 'questionVoice';
      readonly about: string | null;
    };

/** Reads a published text back. Versions that were written before something could be said leave it out. */
export function toldIn(facts: string): ToldFacts {
  return JSON.parse(facts) as ToldFacts;
}

/**
 * What a reader of one version has to know to have read the next, in the order of the call page.
 * What may not change after publishing is not looked at: `changesAllowed` has refused it.
 */
export function differences(before: ToldFacts, after: ToldFacts): Difference[] {
  return [
    ...languageOf(before, after),
    ...textsOf(before, after),
    ...moneyOf(before, after),
    ...momentsOf(before, after),
    ...datesOf(before, after),
    ...listOf('themes', null, before.themes, after.themes),
    ...questionsOf(before, after),
    ...namedTexts('term', pairsOfTerms(before), pairsOfTerms(after)),
    ...namedTexts('check', pairsOfChecks(before), pairsOfChecks(after)),
  ];
}

/** The part of the builder in which a change was made. */
export type ChangedPart = 'facts' | 'questions' | 'plan' | 'glossary' | 'self-check';

/** Where a manager has to go to see it again. */
export function changedPart({ kind, part, about }: Difference): ChangedPart {
  if (kind === 'date') return 'plan';
  if (part === 'term') return 'glossary';
  if (part === 'check') return 'self-check';
  return about === null ? 'facts' : 'questions';
}

/** Whether somebody who has sent an application has to plan anew. */
export function movesADate(changes: readonly Difference[]): boolean {
  return changes.some(({ kind }) => kind === 'moment' || kind === 'date');
}

/** Versions that do not say their language are in English: nobody could write them as anything else. */
function languageOf({ language: before = 'en' }: Partial<ToldFacts>, { language: after }: ToldFacts): Difference[] {
  return before === after ? [] : [{ kind: 'language', part: 'language', about: null, before, after }];
}

function textsOf(before: ToldFacts, after: ToldFacts): Difference[] {
  const parts = ['title', 'summary', 'about', 'whoCanApply', 'support'] as const;
  return parts
    .filter((part) => before[part] !== after[part])
    .map((part) => ({ kind: 'text', part, about: null, before: before[part], after: after[part] }));
}

function moneyOf({ money: before, video: videoBefore }: ToldFacts, { money: after, video }: ToldFacts): Difference[] {
  const { currency } = after;
  const found: Difference[] = [
    { kind: 'money', part: 'pot', about: null, before: before.potMinor, after: after.potMinor, currency },
    {
      kind: 'money',
      part: 'awardMax',
      about: null,
      before: before.awardMaxMinor,
      after: after.awardMaxMinor,
      currency,
    },
    { kind: 'number', part: 'awardsPlanned', about: null, before: before.awardsPlanned, after: after.awardsPlanned },
  ];
  const moved = found.filter((change) => 'before' in change && change.before !== change.after);
  if (videoBefore === null && video !== null) moved.push({ kind: 'added', part: 'video', about: null });
  if (videoBefore !== null && video !== null && videoBefore.secondsMax !== video.secondsMax) {
    const [was, is] = [videoBefore.secondsMax, video.secondsMax];
    moved.push({ kind: 'number', part: 'videoSeconds', about: null, before: was, after: is });
  }
  return moved;
}

function momentsOf({ window: before }: ToldFacts, { window: after }: ToldFacts): Difference[] {
  const moment = (part: 'opens' | 'closes', was: string, is: string): Difference[] =>
    was === is ? [] : [{ kind: 'moment', part, about: null, before: Date.parse(was), after: Date.parse(is) }];
  return [...moment('opens', before.opensAt, after.opensAt), ...moment('closes', before.closesAt, after.closesAt)];
}

/** Dates that stayed are left out; of one kind, the first that went is shown with the first that came. */
function datesOf(before: ToldFacts, after: ToldFacts): Difference[] {
  const [was, is] = [readDates(before), readDates(after)];
  const isIn = (dates: readonly ToldDate[], date: ToldDate) =>
    dates.some((other) => JSON.stringify(other) === JSON.stringify(date));
  const gone = was.filter((date) => !isIn(is, date));
  const come = is.filter((date) => !isIn(was, date));
  const kinds = [...new Set([...gone, ...come].map(({ kind }) => kind))];
  return kinds.flatMap((part) => {
    const [went, came] = [gone.filter(({ kind }) => kind === part), come.filter(({ kind }) => kind === part)];
    return Array.from({ length: Math.max(went.length, came.length) }, (_, place) => ({
      kind: 'date' as const,
      part,
      about: null,
      before: went[place] ?? null,
      after: came[place] ?? null,
    }));
  });
}

function readDates({ dates }: ToldFacts): ToldDate[] {
  return (dates ?? []).map(({ kind, startsAt, endsAt, place }) => ({
    kind,
    startsAt: Date.parse(startsAt),
    endsAt: endsAt === null ? null : Date.parse(endsAt),
    place,
  }));
}

function listOf(
  part: 'themes' | 'options',
  about: string | null,
  before: readonly string[],
  after: readonly string[],
): Difference[] {
  const added = after.filter((entry) => !before.includes(entry));
  const removed = before.filter((entry) => !after.includes(entry));
  return added.length + removed.length === 0 ? [] : [{ kind: 'list', part, about, added, removed }];
}

/** Questions keep their wording, so they are told apart by it; of two with the same, by their order. */
function questionsOf(before: ToldFacts, after: ToldFacts): Difference[] {
  const left = [...before.questions];
  return after.questions.flatMap((question) => {
    const place = left.findIndex(({ label }) => label === question.label);
    const [was] = place === -1 ? [] : left.splice(place, 1);
    const about = question.label;
    if (was === undefined) return [{ kind: 'added', part: 'question', about } as const];
    const found: Difference[] = [
      { kind: 'text', part: 'section', about, before: was.section ?? '', after: question.section },
      { kind: 'text', part: 'guidance', about, before: was.guidance, after: question.guidance },
      { kind: 'number', part: 'words', about, before: was.wordsMax, after: question.wordsMax },
      { kind: 'number', part: 'minutes', about, before: was.minutes ?? null, after: question.minutes },
    ];
    const moved = found.filter((change) => 'before' in change && change.before !== change.after);
    if (!was.byVideo && question.byVideo) moved.push({ kind: 'added', part: 'questionVideo', about });
    if (!was.byVoice && question.byVoice) moved.push({ kind: 'added', part: 'questionVoice', about });
    return [...moved, ...listOf('options', about, was.options ?? [], question.options)];
  });
}

type Named = readonly (readonly [name: string, text: string])[];

function pairsOfTerms({ terms }: ToldFacts): Named {
  return (terms ?? []).map(({ term, meaning }) => [term, meaning]);
}

function pairsOfChecks({ selfCheck }: ToldFacts): Named {
  return (selfCheck ?? []).map(({ statement, advice, link }) => [
    statement,
    [advice, link].filter((text) => text !== '').join(' '),
  ]);
}

/** Entries by their name: what is missing on one side has no text there, and its name stands in for it. */
function namedTexts(part: 'term' | 'check', before: Named, after: Named): Difference[] {
  const names = [...new Set([...after, ...before].map(([name]) => name))];
  const textIn = (list: Named, name: string) => {
    const found = list.find(([other]) => other === name);
    return found === undefined ? '' : found[1] || name;
  };
  return names
    .map(
      (about) => ({ kind: 'text', part, about, before: textIn(before, about), after: textIn(after, about) }) as const,
    )
    .filter((change) => change.before !== change.after);
}
