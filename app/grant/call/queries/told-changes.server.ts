import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { Difference, ToldDate } from '../rules/differences.ts';

/** One change as people read it: what it is about, and what was and is there; null where there was or is nothing. */
export type ToldChange = {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Prose is compared word by word; a date or a number is shown whole. */
  readonly isProse: boolean;
};

/** Changes in the reader's language, moments on the clock of the call. */
export function toldChanges(changes: readonly Difference[], timeZone: string, language = 'en'): ToldChange[] {
  return changes.map((change) => toldChange(change, timeZone, language));
}

function toldChange(change: Difference, timeZone: string, reader: string): ToldChange {
  const { words, language, money, number, deadline, list } = wordsIn(reader);
  const { versions } = words;
  const what = (name: string) =>
    change.about === null ? name : say(language, versions.about, { what: name, about: change.about });
  switch (change.kind) {
    case 'text':
      return {
        what: what(versions.parts[change.part]),
        before: orNothing(change.before),
        after: orNothing(change.after),
        isProse: true,
      };
    case 'money':
      return {
        what: what(versions.parts[change.part]),
        before: money(change.before, change.currency),
        after: money(change.after, change.currency),
        isProse: false,
      };
    case 'number': {
      const written = (value: number | null) => (value === null ? null : number(value));
      const { before, after } = change;
      return {
        what: what(versions.parts[change.part]),
        before: written(before),
        after: written(after),
        isProse: false,
      };
    }
    case 'moment':
      return {
        what: what(versions.parts[change.part]),
        before: deadline(change.before, timeZone),
        after: deadline(change.after, timeZone),
        isProse: false,
      };
    case 'date':
      return {
        what: what(words.plan.kinds[change.part]),
        before: change.before === null ? null : dateInWords(change.before, timeZone, reader),
        after: change.after === null ? null : dateInWords(change.after, timeZone, reader),
        isProse: false,
      };
    case 'list': {
      const joined = (entries: readonly string[]) => (entries.length === 0 ? null : list(entries));
      return {
        what: what(versions.parts[change.part]),
        before: joined(change.removed),
        after: joined(change.added),
        isProse: false,
      };
    }
    case 'language':
      return {
        what: what(versions.parts[change.part]),
        before: languageName(change.before),
        after: languageName(change.after),
        isProse: false,
      };
    case 'added':
      return { what: what(versions.parts[change.part]), before: null, after: null, isProse: false };
  }
}

function dateInWords({ startsAt, endsAt, place }: ToldDate, timeZone: string, reader: string): string {
  const { words, language, deadline, time } = wordsIn(reader);
  const from = deadline(startsAt, timeZone);
  const when =
    endsAt === null ? from : say(language, words.versions.dateUntil, { from, until: time(endsAt, timeZone) });
  return place === '' ? when : say(language, words.versions.dateLine, { when, place });
}

function orNothing(text: string): string | null {
  return text === '' ? null : text;
}
