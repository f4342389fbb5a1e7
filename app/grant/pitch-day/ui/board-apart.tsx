import { Notice, Table } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { BoardPage } from '../queries/board-page.server.ts';

/** Beside the result what decided nothing, each level by itself; nothing at all before the reveal. */
export function BoardApart({ board }: { board: BoardPage }) {
  const { words, language } = useWords();
  const { pitchDay, openVote } = words;
  const apart = board.result?.apart ?? [];
  if (apart.length === 0) return null;
  return (
    <section>
      <h2>{openVote.apartTitle}</h2>
      {apart.map(({ level, ballots, options, codes }) => (
        <section key={level}>
          <h3>{openVote.apart[level]}</h3>
          <p>
            {say(language, openVote.apartBallots, { count: ballots })} {say(language, openVote.apartLedger, codes)}
          </p>
          {codes.used > codes.handed && (
            <Notice tone="bad">
              <p>{openVote.apartTooMany}</p>
            </Notice>
          )}
          {options === null && ballots > 0 && <p>{openVote.apartFew}</p>}
          {options !== null && (
            <Table
              caption={openVote.apart[level]}
              quietCaption
              rows={options}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  title: pitchDay.boardOptionTitle,
                  heading: true,
                  cell: ({ title }) => <span dir="auto">{title}</span>,
                },
                {
                  key: 'votes',
                  title: board.isRanked ? words.rankedVote.named : openVote.apartVotes,
                  numeric: true,
                  cell: ({ approvals }) => approvals,
                },
              ]}
            />
          )}
        </section>
      ))}
    </section>
  );
}
