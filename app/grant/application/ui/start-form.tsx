import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { startPage } from '../queries/start.server.ts';

type Page = NonNullable<ReturnType<typeof startPage>>;

/** The button that begins a draft, with room for a code where one is needed or was given. */
export function StartForm(props: { page: Page; code: string; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const { application, entry } = words;
  const { page, code, reply } = props;
  const isClosed = (page.draft?.window ?? page.window) === 'closed';
  if (page.window === 'not-yet') {
    return (
      <Notice tone="warn">
        <p>{application.startClosed}</p>
      </Notice>
    );
  }
  // Who has begun in time needs a code only once it is over, or came by a link that has one.
  if (page.draft !== null && !isClosed && code === '' && reply === undefined) return null;
  const needsCode = isClosed || page.invitationOnly || page.draft !== null;
  const buttonLabel = () => {
    if (page.draft !== null) return entry.useCodeForDraft;
    if (needsCode) return entry.useCode;
    return page.sent.length === 0 ? application.startButton : application.startAnother;
  };
  return (
    <>
      {isClosed && (
        <Notice tone="warn">
          <p>{page.draft === null ? entry.closedText : entry.draftClosedText}</p>
        </Notice>
      )}
      {page.invitationOnly && !isClosed && page.draft === null && (
        <Notice tone="brand" title={entry.publicTitle}>
          <p>{say(language, entry.publicText, { partner: page.partnerName })}</p>
        </Notice>
      )}
      <Form reply={reply} values={{ entryCode: code }}>
        {needsCode ? (
          <CodeField />
        ) : (
          <details open={code !== '' || reply?.errors.entryCode !== undefined}>
            <summary>{entry.codeSummary}</summary>
            <CodeField />
          </details>
        )}
        <Button big look={page.draft === null && page.sent.length === 0 ? 'first' : 'second'}>
          {buttonLabel()}
        </Button>
      </Form>
    </>
  );
}

function CodeField() {
  const { entry } = useWords().words;
  return (
    <TextField
      name="entryCode"
      short
      dir="ltr"
      spellCheck={false}
      label={entry.code}
      hint={entry.codeHint}
      maxLength={40}
    />
  );
}
