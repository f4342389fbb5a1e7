import type { ReactNode } from 'react';
import type { Instant } from '#app/kernel/instant.ts';
import { Steps } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { Button } from './button.tsx';
import { Hidden, Tick } from './fields.tsx';
import { Form } from './form.tsx';
import type { FormReply } from './form-reply.ts';

type Locked = {
  readonly contentHash: string;
  readonly lockedBy: string;
  readonly lockedAt: Instant;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
  readonly releasedAt: Instant | null;
  readonly feedbackFrom: Instant | null;
};

const STEPS = ['choose', 'lock', 'confirm', 'release'] as const;

/** How far the decision is on its way to the groups. */
export function LockSteps({ lock }: { lock: Locked | null }) {
  const { decisionDesk } = useWords().words;
  const now = lock === null ? 1 : lock.confirmedAt === null ? 2 : lock.releasedAt === null ? 3 : 4;
  return (
    <Steps
      steps={STEPS.map((step, place) => ({
        key: step,
        title: decisionDesk.steps[step],
        state: place < now ? 'past' : place === now ? 'now' : 'next',
      }))}
    />
  );
}

/** Who locked and who confirmed, and what they looked at. */
export function LockFacts({ lock, timeZone }: { lock: Locked; timeZone: string }) {
  const { words, language, dateTime } = useWords();
  const { decisionDesk } = words;
  const signed = (name: string, at: number) => ({ name, when: dateTime(at, timeZone) });
  return (
    <ul>
      <li>{say(language, decisionDesk.lockedBy, signed(lock.lockedBy, lock.lockedAt))}</li>
      {lock.confirmedAt !== null && (
        <li>{say(language, decisionDesk.confirmedBy, signed(lock.confirmedBy ?? '', lock.confirmedAt))}</li>
      )}
      {lock.releasedAt !== null && (
        <li>{say(language, decisionDesk.releasedAt, { when: dateTime(lock.releasedAt, timeZone) })}</li>
      )}
      <li>
        {lock.feedbackFrom === null
          ? decisionDesk.feedbackWithLetter
          : say(language, decisionDesk.feedbackWhen, { when: dateTime(lock.feedbackFrom, timeZone) })}
      </li>
      <li className="soft">{say(language, decisionDesk.fingerprint, { hash: lock.contentHash.slice(0, 16) })}</li>
    </ul>
  );
}

/** The second person's tick, under what she looked at. */
export function ConfirmLock(props: { contentHash: string; reply: FormReply | undefined; children?: ReactNode }) {
  const { decisionDesk } = useWords().words;
  return (
    <section className="card">
      <h2>{decisionDesk.confirmTitle}</h2>
      <p>{decisionDesk.confirmLead}</p>
      {props.children}
      <Form reply={props.reply} part="confirm">
        <Hidden name="intent" value="confirm" />
        <Hidden name="hash" value={props.contentHash} />
        <Tick name="sure" label={decisionDesk.confirmSure} />
        <Button big>{decisionDesk.confirm}</Button>
      </Form>
    </section>
  );
}

/** The way back, as long as nobody was told. */
export function TakeOffLock({ isStale, reply }: { isStale: boolean; reply: FormReply | undefined }) {
  const { decisionDesk } = useWords().words;
  return (
    <details open={reply !== undefined || isStale}>
      <summary>{decisionDesk.takeOffTitle}</summary>
      <p>{decisionDesk.takeOffLead}</p>
      <Form reply={reply} part="unlock">
        <Hidden name="intent" value="unlock" />
        <Tick name="sure" label={decisionDesk.takeOffSure} />
        <Button look="second">{decisionDesk.takeOff}</Button>
      </Form>
    </details>
  );
}
