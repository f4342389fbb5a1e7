import { Facts, Notice, Table, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { BoardPage } from '../queries/board-page.server.ts';
import { sharedPlace } from '../rules/shared-place.ts';
import { BoardElected } from './board-elected.tsx';
import { BoardShares } from './board-shares.tsx';

/** As people write the levels: with a minus, not with a hyphen. */
const SHOWN = { A: 'A', B: 'B', 'B-': 'B−', C: 'C', D: 'D' } as const;

/** Nothing at all before the reveal. */
export function BoardResult({ board }: { board: BoardPage }) {
  const { words, language, list } = useWords();
  const { pitchDay, remoteVote } = words;
  const { result } = board;
  if (result === null) return null;
  const rows = result.options.map((option, index) => ({ ...option, place: index + 1 }));
  return (
    <section>
      <h2>{pitchDay.boardResult}</h2>
      <p>{say(language, pitchDay.boardResultLead, { ballots: result.ballots })}</p>
      {result.isTieOpen && (
        <Notice tone="warn">
          <p>{board.roomPotMinor === null ? pitchDay.boardTieOpen : words.roomShares.boardWaits}</p>
        </Notice>
      )}
      <Table
        caption={pitchDay.boardResult}
        quietCaption
        rows={rows}
        keyOf={(row) => String(row.place)}
        columns={[
          {
            key: 'place',
            title: pitchDay.boardPlace,
            numeric: true,
            cell: (row) => (board.isRanked ? (row.wins ? row.place : '') : sharedPlace(result.options, row)),
          },
          {
            key: 'title',
            title: pitchDay.boardOptionTitle,
            heading: true,
            cell: (row) => (
              <>
                <span dir="auto">{row.title}</span>{' '}
                {row.wins && board.roomPotMinor === null && (
                  <Tag tone="good">
                    {board.isRanked
                      ? words.rankedVote.elected
                      : say(language, pitchDay.boardFirst, { seats: board.seats ?? 0 })}
                  </Tag>
                )}
                {row.wins && board.roomPotMinor !== null && (
                  <Tag tone={row.hasSupport ? 'good' : 'warn'}>
                    {row.hasSupport ? words.roomShares.paidFor : words.roomShares.belowSupport}
                  </Tag>
                )}
              </>
            ),
          },
          {
            key: 'votes',
            title: board.isRanked ? words.rankedVote.named : pitchDay.boardVotes,
            numeric: true,
            cell: (row) => row.approvals,
          },
        ]}
      />
      {result.elected !== null && (
        <BoardElected elected={result.elected} options={result.options} seats={board.seats ?? 0} />
      )}
      {result.shares !== null && (
        <BoardShares
          shares={result.shares}
          currency={board.currency}
          minimumSupportPercent={result.minimumSupportPercent}
        />
      )}
      <Facts
        facts={[
          [
            pitchDay.boardTurnout,
            say(language, board.roll === null ? pitchDay.boardTurnoutText : remoteVote.turnout, {
              cast: board.cast,
              issued: board.voters,
            }),
          ],
          [
            remoteVote.counted,
            list(
              result.byLevel.map(({ level, ballots }) =>
                say(language, remoteVote.ofLevel, { level: SHOWN[level], ballots }),
              ),
            ),
          ],
          result.paper !== null && [
            pitchDay.boardPaper,
            say(language, pitchDay.boardPaperText, {
              ...result.paper,
              handed: result.paper.printed - result.paper.returned - result.paper.spoiled,
              used: result.byLevel.find(({ level }) => level === 'A')?.ballots ?? 0,
            }),
          ],
          result.randomness !== null && [
            pitchDay.boardTie,
            say(language, pitchDay.tieRecorded, { value: result.randomness }),
          ],
          result.lotSeed !== null && [
            pitchDay.boardLot,
            <span key="lot">
              <code dir="ltr">{result.lotSeed}</code> {pitchDay.boardLotText}
            </span>,
          ],
        ]}
      />
    </section>
  );
}
