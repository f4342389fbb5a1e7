import { paths } from '#app/paths.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { StockPage } from '../queries/stock-page.server.ts';

type Closed = Pick<StockPage, 'pollId' | 'startsAt' | 'timeZone'> & {
  readonly standing: Exclude<StockPage['standing'], 'open'>;
};

/** Why nobody gets a code now: too early, or too late. */
export function NoCodesNow({ page }: { page: Closed }) {
  const { words, language, date } = useWords();
  const { openVote: text } = words;
  if (page.standing === 'not-yet') {
    return (
      <Notice title={text.notYetTitle}>
        <p>{say(language, text.notYet, { date: date(page.startsAt, page.timeZone) })}</p>
      </Notice>
    );
  }
  return (
    <Notice title={text.overTitle}>
      <p>{text.over}</p>
      <p>
        <a href={paths.board({ pollId: page.pollId })}>{text.toBoard}</a>
      </p>
    </Notice>
  );
}
