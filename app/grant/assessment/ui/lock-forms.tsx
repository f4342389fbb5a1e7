import { Button } from '#app/ui/button.tsx';
import { Hidden, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { ConfirmLock, LockFacts, TakeOffLock } from '#app/ui/lock-steps.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ShownLock } from '../queries/decision-lock.server.ts';

/** Who locked and who confirmed; the second person's tick, the release, and the way back. */
export function LockedForms(props: {
  lock: ShownLock;
  timeZone: string;
  mayRelease: boolean;
  /** References of letters that hold the release up. */
  lettersToLookAt: readonly string[];
  reply: FormReply | undefined;
}) {
  const { words, language, list } = useWords();
  const { decisionDesk } = words;
  const { lock, reply } = props;
  const replyTo = (intent: string) => (reply?.typed.intent?.[0] === intent ? reply : undefined);
  const isOpen = lock.releasedAt === null;
  return (
    <>
      <LockFacts lock={lock} timeZone={props.timeZone} />
      {lock.isStale && <Notice tone="bad">{decisionDesk.stale}</Notice>}
      {!lock.isStale && props.lettersToLookAt.length > 0 && (
        <Notice tone="bad">
          {say(language, decisionDesk.lettersTied, { references: list(props.lettersToLookAt) })}
        </Notice>
      )}
      {isOpen && !lock.isStale && lock.confirmedAt === null && lock.isMine && (
        <Notice>{decisionDesk.waitForOther}</Notice>
      )}
      {isOpen && !lock.isStale && lock.confirmedAt === null && !lock.isMine && (
        <ConfirmLock contentHash={lock.contentHash} reply={replyTo('confirm')} />
      )}
      {isOpen &&
        !lock.isStale &&
        lock.confirmedAt !== null &&
        props.mayRelease &&
        props.lettersToLookAt.length === 0 && (
          <section className="card">
            <h2>{decisionDesk.releaseTitle}</h2>
            <p>{decisionDesk.releaseLead}</p>
            <Form reply={replyTo('release')} part="release">
              <Hidden name="intent" value="release" />
              <Tick name="sure" label={decisionDesk.releaseSure} />
              <Button big>{decisionDesk.release}</Button>
            </Form>
          </section>
        )}
      {isOpen && <TakeOffLock isStale={lock.isStale || props.lettersToLookAt.length > 0} reply={replyTo('unlock')} />}
    </>
  );
}
