import type { ReactNode } from 'react';
import type { Instant } from '#app/kernel/instant.ts';
import { paths } from '#app/paths.ts';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MyApplication } from '../queries/my-application.server.ts';
import { ReopenedNotice } from './reopened.tsx';

/** Whether a form can be saved, when it stopped being one that can, and which call's clock says so. */
export type Closing = Pick<MyApplication, 'id' | 'state' | 'submittedAt' | 'withdrawnAt' | 'window'> &
  Pick<MyApplication['call'], 'closesAt' | 'timeZone'> & {
    readonly isWritable: boolean;
    /** Why it is open again after it was sent, and until when. */
    readonly reopened: { readonly reason: string; readonly untilAt: Instant } | null;
  };

/** @param isReopened  whether what this form holds was reopened after sending */
export function closingOf(mine: MyApplication, isReopened: boolean): Closing {
  const { id, state, submittedAt, withdrawnAt, window, reopening } = mine;
  const { closesAt, timeZone } = mine.call;
  const isWritable = state === 'draft' || isReopened;
  const reopened = isReopened && reopening !== null ? { reason: reopening.reason, untilAt: reopening.untilAt } : null;
  return { id, state, submittedAt, withdrawnAt, window, closesAt, timeZone, isWritable, reopened };
}

/** A form of an application that was sent or taken back meanwhile: why it is not saved, and all that was typed. */
export function NoLongerADraft(props: {
  title: ReactNode;
  closing: Closing;
  reply: FormReply | undefined;
  /** What was typed and is not what stands in the application. */
  typed: readonly (readonly [label: string, text: string])[];
  lang: string;
}) {
  const { words, language, deadline } = useWords();
  const text = words.application;
  const { closing, typed, reply } = props;
  const when = (at: number | null) => deadline(at ?? 0, closing.timeZone);
  return (
    <Page
      back={paths.applyApplication({ applicationId: closing.id })}
      backLabel={text.taskTitle}
      title={props.title}
      lead={
        closing.state === 'submitted'
          ? say(language, text.readSent, { when: when(closing.submittedAt) })
          : say(language, text.readWithdrawn, { when: when(closing.withdrawnAt) })
      }
    >
      <p>
        {say(language, closing.window === 'closed' ? text.closedAt : text.closesAt, { when: when(closing.closesAt) })}
      </p>
      {typed.length > 0 && (
        <Notice tone="warn" title={text.notSavedTitle}>
          <p>{text.notSavedLead}</p>
          <Facts
            facts={typed.map(([label, value]) => [label, <Written key={label} text={value} lang={props.lang} />])}
          />
        </Notice>
      )}
      {reply?.errors.media !== undefined && <Notice tone="warn">{reply.errors.media}</Notice>}
    </Page>
  );
}

/** Said on every form of a draft that missed its call: saving still works, sending does not. Or why it is open again. */
export function ClosedNotice({ closing }: { closing: Closing }) {
  const { words, language, deadline } = useWords();
  if (closing.reopened !== null) {
    const until = deadline(closing.reopened.untilAt, closing.timeZone);
    return <ReopenedNotice reopened={{ reason: closing.reopened.reason, until }} />;
  }
  if (closing.window !== 'closed') return null;
  return (
    <Notice tone="warn">
      <p>{say(language, words.application.taskClosed, { when: deadline(closing.closesAt, closing.timeZone) })}</p>
    </Notice>
  );
}
