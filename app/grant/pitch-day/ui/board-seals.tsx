import { Facts, Table, When } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { BoardPage } from '../queries/board-page.server.ts';

/** English words in the order of the seal, in every language. */
function SealWords({ children }: { children: readonly string[] }) {
  return (
    <strong lang="en" dir="ltr">
      {children.join(' ')}
    </strong>
  );
}

/** What can be compared with a photo and a receipt: checkpoints, the final seal, trackers. */
export function BoardSeals({ board }: { board: BoardPage }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  return (
    <section>
      <h2>{pitchDay.boardCheckpoints}</h2>
      <p>{pitchDay.boardCheckpointsLead}</p>
      {board.seal !== null && <Facts facts={[[pitchDay.boardSeal, <SealWords key="seal">{board.seal}</SealWords>]]} />}
      {board.checkpoints.length === 0 ? (
        <p className="soft">{pitchDay.boardCheckpointsNone}</p>
      ) : (
        <Table
          caption={pitchDay.boardCheckpoints}
          quietCaption
          rows={board.checkpoints}
          keyOf={(row) => String(row.seq)}
          columns={[
            { key: 'seq', title: pitchDay.boardSeq, numeric: true, cell: (row) => row.seq },
            { key: 'size', title: pitchDay.boardSize, numeric: true, cell: (row) => row.size },
            { key: 'at', title: pitchDay.boardAt, cell: (row) => <When at={row.at} timeZone={board.timeZone} /> },
            { key: 'root', title: pitchDay.boardRoot, cell: (row) => <code dir="ltr">{row.root}</code> },
          ]}
        />
      )}
      {board.trackers.length > 0 && (
        <details>
          <summary>{pitchDay.boardTrackers}</summary>
          <p>{say(language, pitchDay.boardTrackersLead, { count: board.trackers.length })}</p>
          {/* A list that scrolls must be reachable without a mouse. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards scroll only what has the focus */}
          <ul className="trackers" dir="ltr" tabIndex={0} aria-label={pitchDay.boardTrackers}>
            {board.trackers.map((tracker) => (
              <li key={tracker}>{tracker}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
