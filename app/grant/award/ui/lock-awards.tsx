import { Button } from '#app/ui/button.tsx';
import { Hidden, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { ConfirmLock, LockFacts, TakeOffLock } from '#app/ui/lock-steps.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { ShownLock } from '../../assessment/queries/decision-lock.server.ts';

/** The first person's tick, then the second one's; and the way back until the second one has agreed. */
export function LockAwards(props: {
  lock: ShownLock | null;
  /** Says which draft is on the page. */
  savedAt: number;
  isDecided: boolean;
  timeZone: string;
  reply: FormReply | undefined;
}) {
  const { award, decisionDesk } = useWords().words;
  const { lock, reply, isDecided } = props;
  const replyTo = (intent: string) => (reply?.typed.intent?.[0] === intent ? reply : undefined);
  if (lock === null) {
    return isDecided ? null : (
      <section className="card">
        <h2>{decisionDesk.lockTitle}</h2>
        <p>{decisionDesk.lockLead}</p>
        <Form reply={reply}>
          <Hidden name="intent" value="lock" />
          <Hidden name="savedAt" value={props.savedAt} />
          <Tick name="sure" label={decisionDesk.lockSure} />
          <Button big>{decisionDesk.lock}</Button>
        </Form>
      </section>
    );
  }
  return (
    <>
      <LockFacts lock={lock} timeZone={props.timeZone} />
      {!isDecided && lock.isStale && <Notice tone="bad">{decisionDesk.stale}</Notice>}
      {!isDecided && !lock.isStale && lock.isMine && <Notice>{decisionDesk.waitForOther}</Notice>}
      {!isDecided && !lock.isStale && !lock.isMine && (
        <ConfirmLock contentHash={lock.contentHash} reply={replyTo('confirm')}>
          <p>{award.confirmRecords}</p>
        </ConfirmLock>
      )}
      {!isDecided && <TakeOffLock isStale={lock.isStale} reply={replyTo('unlock')} />}
    </>
  );
}
