import { Facts, When } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { RankingDesk } from '../queries/ranking-desk.server.ts';

/** All that somebody needs who wants to calculate it again. */
export function RankingHow({ desk }: { desk: RankingDesk }) {
  const { words, language, number } = useWords();
  const { panelRanking, panelRecord, panelRule } = words;
  const { convergence, key, ranAt } = desk;
  return (
    <details>
      <summary>{panelRanking.howTitle}</summary>
      <Facts
        facts={[
          [panelRanking.howMethod, panelRule.methods[desk.rule.method].name],
          key.method === 'bayes' && [panelRanking.howSource, panelRanking.source],
          [panelRecord.seed, <code key="seed">{key.seed}</code>],
          [panelRecord.scoresHash, <code key="scores">{key.scoresHash}</code>],
          [
            panelRecord.calculated,
            ranAt === null ? panelRanking.howOnTheSpot : <When key="when" at={ranAt} timeZone={desk.call.timeZone} />,
          ],
          convergence !== null && [
            panelRecord.convergence,
            say(language, panelRecord.convergenceOf, {
              rHat: number(convergence.rHat, 3),
              size: number(convergence.effectiveSize, 0),
              chains: convergence.chains,
              draws: convergence.draws,
            }),
          ],
        ]}
      />
    </details>
  );
}
