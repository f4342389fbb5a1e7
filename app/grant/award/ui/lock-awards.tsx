import { Hidden } from '#app/ui/fields.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { LockForm } from '#app/ui/lock-form.tsx';
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
      <LockForm timeZone={props.timeZone} reply={reply}>
        <Hidden name="savedAt" value={props.savedAt} />
      </LockForm>
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
