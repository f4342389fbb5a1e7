import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Page } from '#app/ui/page.tsx';
import { PanelMakeup } from '#app/ui/panel-makeup.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { BoardPage } from '../queries/board-page.server.ts';
import { BoardApart } from './board-apart.tsx';
import { BoardPromises } from './board-promises.tsx';
import { BoardResult } from './board-result.tsx';
import { BoardSeals } from './board-seals.tsx';
import { JudgedResult } from './judged-result.tsx';
import { Tracker } from './tracker.tsx';

/** Everything published about a vote, for people; the file beside it says the same to programs. */
export function BoardScreen({ board }: { board: BoardPage }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  return (
    <Page
      title={say(language, pitchDay.boardTitle, { title: board.title })}
      lead={pitchDay.boardLead}
      overline={pitchDay.boardStates[board.state]}
    >
      <FindTracker board={board} />
      <BoardResult board={board} />
      <BoardApart board={board} />
      {board.judged !== null && <JudgedResult judged={board.judged} />}
      {board.panel !== null && (
        <section>
          <h2>{words.panelMakeup.title}</h2>
          <PanelMakeup panel={board.panel} />
        </section>
      )}
      <BoardSeals board={board} />
      <BoardPromises board={board} />
      <section>
        <h2>{pitchDay.boardCheck}</h2>
        <ul>
          {pitchDay.boardCheckSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <p className="row">
          <ButtonLink look="second" download to={paths.boardFile({ pollId: board.pollId })}>
            {pitchDay.boardDownload}
          </ButtonLink>
          <ButtonLink look="second" download to={paths.recountPage()}>
            {pitchDay.boardPageDownload}
          </ButtonLink>
          <ButtonLink look="second" download to={paths.recountProgram()}>
            {pitchDay.boardNode}
          </ButtonLink>
          <ButtonLink look="second" download to={paths.recountInPython()}>
            {pitchDay.boardPython}
          </ButtonLink>
        </p>
        <p>
          <code lang="en" dir="ltr">
            {pitchDay.boardNodeCommand}
          </code>
          <br />
          <code lang="en" dir="ltr">
            {pitchDay.boardPythonCommand}
          </code>
        </p>
      </section>
      <section>
        <h2>{pitchDay.boardLimits}</h2>
        <ul>
          {[
            ...pitchDay.boardLimitsList,
            ...(board.roll === null ? [] : words.remoteVote.limits),
            ...(board.stocks.length === 0 ? [] : words.openVote.limits),
          ].map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

/** A GET form: the address with a tracker can be kept and sent. */
function FindTracker({ board }: { board: BoardPage }) {
  const { words, language, list } = useWords();
  const { pitchDay } = words;
  const { sought } = board;
  return (
    <section>
      <h2>{pitchDay.boardFind}</h2>
      {sought?.isThere && (
        <Notice tone="good" live>
          <p>{pitchDay.boardFound}</p>
          <Tracker>{sought.tracker}</Tracker>
          {sought.chosen !== null && (
            <p>
              {sought.chosen.length === 0
                ? pitchDay.boardFoundBlank
                : say(language, board.isRanked ? words.rankedVote.foundChoice : pitchDay.boardFoundChoice, {
                    // Each in its own direction: titles of several languages would run into each other.
                    choice: list(sought.chosen.map((title) => `\u2068${title}\u2069`)),
                  })}
            </p>
          )}
        </Notice>
      )}
      {sought !== null && !sought.isThere && (
        <Notice tone="warn" live>
          <p>{say(language, pitchDay.boardNotFound, { tracker: sought.tracker })}</p>
          <p>{board.seal === null ? pitchDay.boardNotFoundYet : pitchDay.boardNotFoundLate}</p>
        </Notice>
      )}
      <form method="get" className="stack">
        <TextField
          name="tracker"
          dir="ltr"
          short
          maxLength={20}
          spellCheck={false}
          label={pitchDay.boardFindLabel}
          hint={pitchDay.boardFindHint}
        />
        <Button look="second">{pitchDay.boardFindButton}</Button>
      </form>
    </section>
  );
}
