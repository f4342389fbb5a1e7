import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { entryWaiting } from '../queries/waiting-entries.server.ts';
import { OfCall } from './of-call.tsx';

type Waiting = NonNullable<ReturnType<typeof entryWaiting>>;

/** Somebody wrote an application down for the reader, who had a draft in the call already: which of them is theirs. */
export function TakeOver({ waiting, reply }: { waiting: Waiting; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const text = words.writtenDown;
  const { ownDraftId } = waiting;
  return (
    <Page
      back={paths.apply()}
      backLabel={words.application.mineTitle}
      overline={<OfCall title={waiting.callTitle} reference={waiting.reference} />}
      title={text.takeOverTitle}
      lead={say(language, text.waitingLead, { staff: waiting.staffName })}
    >
      {ownDraftId === null ? (
        <Form reply={reply}>
          <p>{text.waitingFree}</p>
          <Button big>{text.takeOver}</Button>
        </Form>
      ) : (
        <>
          <Notice title={text.waitingTitle}>
            <p>{text.waitingKeep}</p>
            <p>{text.waitingSwap}</p>
          </Notice>
          <ButtonLink to={paths.applyApplication({ applicationId: ownDraftId })}>{text.waitingOwn}</ButtonLink>
        </>
      )}
    </Page>
  );
}
