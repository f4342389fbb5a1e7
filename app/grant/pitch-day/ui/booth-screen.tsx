import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Booth } from '../queries/booth.server.ts';

/**
 * The ballot paper, or why there is none, and the steps that the script shows in its place: is this right, and the
 * receipt. Hidden until then, so that a phone without scripts never sees them.
 */
export function BoothScreen(props: { booth: Booth; children: ReactNode }) {
  const { pitchDay, remoteVote, openVote, rankedVote } = useWords().words;
  const { booth } = props;
  const List = booth.isRanked ? 'ol' : 'ul';
  const board = paths.board({ pollId: booth.pollId });
  return (
    <div
      data-booth={booth.pollId}
      data-manifest={booth.manifestHash}
      data-max={booth.maxChoices}
      data-cast={paths.castVote({ pollId: booth.pollId })}
      data-board={board}
      data-words-none={pitchDay.boothNone}
      data-words-twice={booth.isRanked ? rankedVote.twice : undefined}
      data-letters={booth.takesLetterCodes ? 'yes' : undefined}
      data-words-typo={booth.isSheetsOnly ? pitchDay.boothTypo : remoteVote.boothTypo}
      data-words-sending={pitchDay.boothSending}
      data-words-retry={pitchDay.boothRetry}
      data-words-broken={pitchDay.boothBroken}
    >
      <div data-step="paper">
        {booth.takesPasses && (booth.state === 'frozen' || booth.takesBallots) && (
          <p>
            <a href={paths.votingPass({ pollId: booth.pollId })}>{remoteVote.boothToPass}</a>
          </p>
        )}
        {booth.takesSignUps && booth.takesBallots && (
          <p>
            <a href={paths.voteSignUp({ pollId: booth.pollId })}>{openVote.toSignUp}</a>
          </p>
        )}
        {booth.takesStraws && booth.takesBallots && (
          <p>
            <a href={paths.voteStraw({ pollId: booth.pollId })}>{openVote.toStraw}</a>
          </p>
        )}
        {props.children}
      </div>
      <section hidden data-step="check" aria-labelledby="check-title">
        <h2 id="check-title" tabIndex={-1}>
          {pitchDay.boothCheckTitle}
        </h2>
        <List data-list />
        <p>{pitchDay.boothCheckLead}</p>
        <p role="status" data-status />
        <p className="row">
          <ScriptButton does="cast" look="button big">
            {pitchDay.boothCast}
          </ScriptButton>
          <ScriptButton does="change" look="button second">
            {pitchDay.boothCheckChange}
          </ScriptButton>
        </p>
      </section>
      <section hidden data-step="receipt" aria-labelledby="receipt-title">
        <div className="notice good">
          <h2 id="receipt-title" tabIndex={-1}>
            {pitchDay.receiptTitle}
          </h2>
          <p>{pitchDay.receiptLead}</p>
          <p className="tracker" dir="ltr" data-tracker />
          <p>{pitchDay.receiptChoice}</p>
          <List data-list />
          <p>{pitchDay.receiptNext}</p>
          <p>
            <a data-board-link href={board}>
              {pitchDay.receiptBoard}
            </a>
          </p>
        </div>
        <p className="row">
          {booth.takesBallots && (
            <ScriptButton does="another" look="button second">
              {pitchDay.receiptAnother}
            </ScriptButton>
          )}
          <ScriptButton does="forget" look="button link">
            {pitchDay.receiptForget}
          </ScriptButton>
        </p>
      </section>
    </div>
  );
}

function ScriptButton(props: { does: string; look: string; children: string }) {
  return (
    <button type="button" className={props.look} data-do={props.does}>
      {props.children}
    </button>
  );
}
