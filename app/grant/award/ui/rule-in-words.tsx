import type { Currency } from '#app/kernel/money.ts';
import { paths } from '#app/paths.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Formula } from '../rules/ranking.ts';

/** The published rule, as it was applied. */
export function RuleInWords({ formula, currency }: { formula: Formula; currency: Currency }) {
  const { words, language, money } = useWords();
  const { award } = words;
  const pot = { pot: money(formula.potMinor, currency), count: formula.awardsPlanned };
  return (
    <section className="card rule">
      <h2>{award.ruleTitle}</h2>
      <ul>
        <li>
          {formula.poll === null
            ? award.rulePanel
            : say(language, award.ruleBoth, { panel: formula.panelPercent, public: formula.publicPercent })}
        </li>
        {whoseScores(words, language, formula).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {formula.choicesRanked && <li>{words.rankedVote.points}</li>}
        {formula.poll !== null && <li>{say(language, award.ballots, { count: formula.ballots })}</li>}
        {formula.poll !== null && (
          <li>{say(language, award.ruleSupport, { percent: formula.minimumSupportPercent })}</li>
        )}
        <li>{formula.tieRule === 'lot' ? award.ruleTieLot : award.ruleTiePanel}</li>
        {formula.poll?.randomness && (
          <li>
            {say(language, award.ruleLot, { thrown: formula.poll.randomness })} {award.ruleLotSeed}{' '}
            <code dir="ltr">{formula.lotSeed}</code>{' '}
            <a href={paths.board({ pollId: formula.poll.id })}>{award.ruleLotBoard}</a>
          </li>
        )}
        {formula.room !== undefined && (
          <li>{say(language, award.ruleRoom, { pot: money(formula.room.potMinor, currency) })}</li>
        )}
        <li>{say(language, award.rulePot, pot)}</li>
      </ul>
    </section>
  );
}

/** Which scores are the panel's part, and how many people gave them; nothing to say where they are the sheets as ever. */
export function whoseScores(
  { award }: ReturnType<typeof useWords>['words'],
  language: string,
  { judged, insteadOfJudges }: Pick<Formula, 'judged' | 'insteadOfJudges'>,
): string[] {
  if (insteadOfJudges !== undefined) return [say(language, award.ruleInstead, { count: insteadOfJudges })];
  return judged === undefined ? [] : [say(language, award.ruleJudges, judged)];
}
