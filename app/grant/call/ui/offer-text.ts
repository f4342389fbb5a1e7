import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { CallSummary } from '../queries/call-facts.server.ts';
import { linesOf, paragraphsOf } from '../rules/lines.ts';

type Offered = Pick<
  CallSummary,
  'awardMaxMinor' | 'awardsPlanned' | 'potMinor' | 'currency' | 'opensAt' | 'closesAt' | 'timeZone'
>;

/** How much there is, in one line. */
export function moneyLine(call: Offered, reader: string): string {
  const { words, language, money } = wordsIn(reader);
  return say(language, words.plan.fileMoney, {
    amount: money(call.awardMaxMinor, call.currency),
    awards: say(language, words.call.factAwardsValue, {
      count: call.awardsPlanned,
      pot: money(call.potMinor, call.currency),
    }),
  });
}

/** From when until when one can apply, in one line. */
export function windowLine(call: Offered, reader: string): string {
  const { words, language, deadline } = wordsIn(reader);
  return say(language, words.plan.windowNote, {
    opens: deadline(call.opensAt, call.timeZone),
    closes: deadline(call.closesAt, call.timeZone),
  });
}

/** The whole offer as plain text, for readers that show nothing else. */
export function offerText(
  call: Offered & Pick<CallSummary, 'summary' | 'about' | 'whoCanApply' | 'support'>,
  reader: string,
): string {
  const { call: words } = wordsIn(reader).words;
  const listed = (title: string, typed: string) => [title, ...linesOf(typed).map((line) => `- ${line}`)].join('\n');
  return [
    call.summary,
    ...paragraphsOf(call.about),
    moneyLine(call, reader),
    windowLine(call, reader),
    listed(words.who, `${call.whoCanApply}\n${words.noPapers}`),
    listed(words.support, call.support),
  ].join('\n\n');
}
