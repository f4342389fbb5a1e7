import { Fragment, type ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { DeskPoll } from '../queries/desk.server.ts';
import { hasReached } from '../rules/poll-state.ts';
import type { DeskShown } from './desk-shown.ts';

type Part = { desk: DeskShown; poll: DeskPoll; reply: FormReply | undefined };

/** What is left to do once the vote is frozen: watch, count the paper, decide a tie, certify. */
export function DeskSettle({ desk, reply }: { desk: DeskShown; reply: FormReply | undefined }) {
  const { words, language, timeWithSeconds } = useWords();
  const { pitchDay, stockDesk } = words;
  const { poll } = desk;
  if (poll === null || poll.state === 'draft') return null;
  const isClosed = hasReached(poll.state, 'closed');
  const part = { desk, poll, reply };
  return (
    <section>
      <h2>{pitchDay.voteTitle}</h2>
      {poll.state === 'frozen' && <p>{pitchDay.voteFrozenText}</p>}
      {poll.ledger !== null && poll.state === 'open' && (
        <p>{say(language, pitchDay.voteOpenText, { cast: poll.ledger.used, issued: poll.ledger.issued })}</p>
      )}
      {poll.stocks.map(
        ({ level, handed, ledger }) =>
          ledger !== null && (
            <Fragment key={level}>
              <p>{say(language, stockDesk.ledger[level], { ...ledger, handed })}</p>
              {ledger.used > handed && (
                <Notice tone="bad">
                  <p>{say(language, stockDesk.tooManyUsed, { used: ledger.used, handed })}</p>
                </Notice>
              )}
            </Fragment>
          ),
      )}
      {poll.state === 'closed' && poll.revealAt !== null && (
        <Notice>
          <p>
            {desk.now < poll.revealAt
              ? say(language, pitchDay.voteRevealAt, { time: timeWithSeconds(poll.revealAt, desk.call.timeZone) })
              : pitchDay.voteRevealNow}
          </p>
        </Notice>
      )}
      {isClosed && <Paper {...part} />}
      {isClosed && <Tie desk={desk} poll={poll} />}
      {hasReached(poll.state, 'revealed') && <Certify {...part} />}
    </section>
  );
}

/** The form's own refusal only, not another form's. */
function ownReply(reply: FormReply | undefined, intent: string): FormReply | undefined {
  return reply?.typed.intent?.[0] === intent ? reply : undefined;
}

function Paper({ poll, reply }: Part): ReactNode {
  const { words, language } = useWords();
  const { pitchDay } = words;
  const { paper } = poll;
  const used = poll.ledger?.used ?? 0;
  if (paper !== null) {
    const handed = paper.printed - paper.returned - paper.spoiled;
    return (
      <>
        <h3>{pitchDay.countTitle}</h3>
        <p>
          {say(language, pitchDay.countHanded, { handed, used })}{' '}
          {say(language, pitchDay.countNames, { first: paper.countedBy, second: paper.checkedBy })}
        </p>
        {used > handed && (
          <Notice tone="bad">
            <p>{pitchDay.countTooMany}</p>
          </Notice>
        )}
      </>
    );
  }
  if (poll.state !== 'closed' && poll.sealedPaper === null) return null;
  return (
    <>
      <h3>{pitchDay.countTitle}</h3>
      <p>{poll.sealedPaper === null ? pitchDay.countLead : say(language, pitchDay.countNamesLost, poll.sealedPaper)}</p>
      <Form reply={ownReply(reply, 'count')} values={poll.sealedPaper ?? { printed: poll.ledger?.issued ?? 0 }}>
        <Hidden name="intent" value="count" />
        <TextField name="printed" inputMode="numeric" short label={pitchDay.countPrinted} />
        <TextField name="returned" inputMode="numeric" short label={pitchDay.countReturned} />
        <TextField name="spoiled" inputMode="numeric" short label={pitchDay.countSpoiled} />
        <TextField name="countedBy" maxLength={80} label={pitchDay.countBy} />
        <TextField name="checkedBy" maxLength={80} label={pitchDay.countCheckedBy} />
        <Button>{pitchDay.countSave}</Button>
      </Form>
    </>
  );
}

function Tie({ desk, poll }: Pick<Part, 'desk' | 'poll'>) {
  const { words, language } = useWords();
  const { pitchDay, tieThrow } = words;
  const source = desk.event?.tieSource ?? '';
  if (poll.randomness !== null) {
    return (
      <>
        <h3>{pitchDay.tieTitle}</h3>
        <p>{say(language, pitchDay.tieRecorded, { value: poll.randomness })}</p>
      </>
    );
  }
  if (poll.state === 'certified') {
    return (
      <>
        <h3>{pitchDay.tieTitle}</h3>
        <p>{pitchDay.tieNotThrown}</p>
      </>
    );
  }
  const isRevealed = hasReached(poll.state, 'revealed');
  const sentence = poll.isTieOpen ? pitchDay.tieOpen : isRevealed ? pitchDay.tieNone : pitchDay.tieBefore;
  return (
    <>
      <h3>{pitchDay.tieTitle}</h3>
      <p>
        {say(language, sentence, { source })} {pitchDay.tieLot}
      </p>
      <p>
        <ButtonLink look={isRevealed ? 'first' : 'second'} to={paths.staffTieThrow({ callId: desk.call.id })}>
          {tieThrow.open}
        </ButtonLink>
      </p>
    </>
  );
}

function Certify({ poll }: Part) {
  const { pitchDay } = useWords().words;
  if (poll.state === 'certified') {
    return (
      <Notice tone="good">
        <p>{pitchDay.certified}</p>
      </Notice>
    );
  }
  return (
    <>
      <h3>{pitchDay.certifyTitle}</h3>
      <p>{pitchDay.certifyLead}</p>
      <Form>
        <Hidden name="intent" value="certify" />
        <Tick name="understood" label={pitchDay.certifyTick} />
        <Button>{pitchDay.certify}</Button>
      </Form>
    </>
  );
}
