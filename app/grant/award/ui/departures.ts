import type { Id } from '#app/kernel/id.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { Departure } from '../rules/deciding.ts';

/** How a decision differs from the rule, one sentence for each kind of difference. */
export function departureSentences(
  departures: readonly Departure[],
  named: readonly { readonly applicationId: Id; readonly title: string }[],
): string[] {
  const { words, language, list } = wordsIn('en');
  const titles = (kind: Departure['kind']) =>
    list(
      departures
        .filter((departure) => departure.kind === kind)
        .map((departure) => named.find((entry) => entry.applicationId === departure.applicationId)?.title ?? ''),
    );
  const sentences = words.award.departures;
  return [...new Set(departures.map((departure) => departure.kind))].map((kind) =>
    kind === 'more-than-planned' ? sentences[kind] : say(language, sentences[kind], { titles: titles(kind) }),
  );
}
