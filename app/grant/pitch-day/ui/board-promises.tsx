import { Facts, Money, Table } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { BoardPage } from '../queries/board-page.server.ts';

/** The manifest in words, with the hash that nails it down. */
export function BoardPromises({ board }: { board: BoardPage }) {
  const { words, language, dateTime, money } = useWords();
  const { pitchDay, remoteVote } = words;
  return (
    <section>
      <h2>{pitchDay.boardPromises}</h2>
      <Facts
        facts={[
          [
            pitchDay.boardRule,
            board.roomPotMinor === null
              ? say(language, board.isRanked ? words.rankedVote.promise : pitchDay.boardRuleApproval, {
                  max: board.maxChoices,
                  seats: board.seats ?? 0,
                })
              : say(language, words.roomShares.promise, {
                  max: board.maxChoices,
                  pot: money(board.roomPotMinor, board.currency),
                }),
          ],
          [
            pitchDay.boardTie,
            board.tie.rule === 'public-randomness'
              ? say(language, pitchDay.boardTiePublic, { source: board.tie.source })
              : pitchDay.boardTieSmaller,
          ],
          [
            pitchDay.boardWindow,
            say(language, pitchDay.boardWindowText, {
              opens: dateTime(board.opensAt, board.timeZone),
              closes: dateTime(board.closesAt, board.timeZone),
            }),
          ],
          [pitchDay.boardLevels, <Levels key="levels" levels={board.levels} />],
          [pitchDay.boardIssuedCount, board.issued.count],
          [pitchDay.boardIssuedRoot, <Hash key="root">{board.issued.root}</Hash>],
          ...board.stocks.map(
            ({ level, count, root }) =>
              [
                words.openVote.stock[level],
                <span key={level}>
                  {count}
                  <br />
                  <Hash>{root}</Hash>
                </span>,
              ] as const,
          ),
          board.roll !== null && [remoteVote.rollSize, board.roll.size],
          board.roll !== null && board.roll.passesIssued !== null && [remoteVote.passesIssued, board.roll.passesIssued],
          board.roll !== null && [remoteVote.issuingKey, <Hash key="issuing">{board.roll.issuingKey}</Hash>],
          [pitchDay.boardManifestHash, <Hash key="manifest">{board.manifestHash}</Hash>],
          [pitchDay.boardKey, <Hash key="key">{board.signingKey}</Hash>],
        ]}
      />
      <Table
        caption={pitchDay.boardOptions}
        rows={board.options}
        keyOf={(row) => String(row.number)}
        columns={[
          { key: 'number', title: pitchDay.boardOptionNumber, numeric: true, cell: (row) => row.number },
          {
            key: 'title',
            title: pitchDay.boardOptionTitle,
            heading: true,
            cell: (row) => <span dir="auto">{row.title}</span>,
          },
          {
            key: 'asks',
            title: pitchDay.boardOptionAsks,
            numeric: true,
            cell: (row) => <Money amount={row.costMinor} currency={board.currency} />,
          },
        ]}
      />
    </section>
  );
}

function Levels({ levels }: { levels: BoardPage['levels'] }) {
  const { pitchDay, remoteVote, openVote } = useWords().words;
  const sentences = [
    pitchDay.boardLevelA,
    ...(levels.includes('B') ? [remoteVote.levelB] : []),
    ...(levels.includes('B-') ? [remoteVote.levelDirect] : []),
    ...(levels.includes('C') ? [openVote.levelC] : []),
    ...(levels.includes('D') ? [openVote.levelD] : []),
  ];
  return sentences.map((sentence) => (
    <span key={sentence}>
      {sentence}
      <br />
    </span>
  ));
}

function Hash(props: { children: string }) {
  return <code dir="ltr">{props.children}</code>;
}
