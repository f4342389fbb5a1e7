import { paths } from '#app/paths.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { RankingDesk } from '../queries/ranking-desk.server.ts';

/** How many are clear of the line, and what happens to those that are not. */
export function RankingLine({ desk }: { desk: RankingDesk }) {
  const { words, language } = useWords();
  const { panelRanking } = words;
  const { above, reaches, below, unscored } = desk.counts;
  const isSure = desk.convergence !== null;
  const counts = isSure ? panelRanking.groupCounts : panelRanking.groupCountsPlain;
  return (
    <section>
      <h2>{panelRanking.groupsTitle}</h2>
      <p>{say(language, counts, { above, reaches, below, unscored })}</p>
      {!isSure && <p>{panelRanking.plainSaysLittle}</p>}
      {desk.toChoose === 0 ? (
        <p>{panelRanking.nothingToChoose}</p>
      ) : (
        <p>
          {say(language, panelRanking.toChoose, { places: desk.toChoose, reaches })}{' '}
          {desk.rule.middle === 'lottery' ? panelRanking.byLottery : panelRanking.byDiscussion}{' '}
          {desk.rule.middle === 'lottery' && (
            <a href={paths.staffLottery({ callId: desk.call.id })}>{panelRanking.toLottery}</a>
          )}
        </p>
      )}
    </section>
  );
}
