import type { Id } from '#app/kernel/id.ts';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { Button } from './button.tsx';
import { Hidden, TextArea, TextField } from './fields.tsx';
import { Form } from './form.tsx';
import type { FormReply } from './form-reply.ts';
import { PanelWords } from './panel-words.tsx';
import { Notice, Tag, Written } from './pieces.tsx';

/** A letter about a decision as it would go out now. */
export type ShownLetter = {
  readonly applicationId: Id;
  readonly reference: string;
  readonly groupName: string;
  readonly reader: string;
  /** What was decided, in a word. */
  readonly decision: string;
  readonly isGood: boolean;
  /** BCP 47 tag. */
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  /** What reviewers wrote; empty for nothing. */
  readonly feedback: string;
  readonly isEdited: boolean;
  readonly isOutdated: boolean;
  /** Comes back with the form and says which letter it showed. */
  readonly mark: string;
};

/** One letter in full, as it will be read, with a form to change it where that is still possible. */
export function LetterCard(props: { letter: ShownLetter; mayChange: boolean; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const { decisionDesk } = words;
  const { letter, mayChange, reply } = props;
  const headingId = `letter-${letter.applicationId}`;
  return (
    <article className="card" id={letter.applicationId} aria-labelledby={headingId}>
      <p className="overline">
        {say(language, decisionDesk.letterTo, {
          reference: letter.reference,
          reader: letter.reader,
          group: letter.groupName,
        })}
      </p>
      <h2 id={headingId} dir="auto" lang={letter.language}>
        {letter.subject}
      </h2>
      <p className="row">
        <Tag tone={letter.isGood ? 'good' : 'plain'}>{letter.decision}</Tag>
        {letter.language !== 'en' && (
          <Tag>{say(language, decisionDesk.letterLanguage, { language: languageName(letter.language) })}</Tag>
        )}
        {letter.isEdited && <Tag tone="brand">{decisionDesk.letterEdited}</Tag>}
      </p>
      {letter.isOutdated && <Notice tone="warn">{decisionDesk.letterOutdated}</Notice>}
      {mayChange && letter.language !== 'en' && !letter.isEdited && (
        <p className="hint">{decisionDesk.letterForeign}</p>
      )}
      <Paragraphs text={letter.body} lang={letter.language} />
      <h3>{decisionDesk.letterFeedback}</h3>
      {letter.feedback === '' ? (
        <p>{decisionDesk.letterNoFeedback}</p>
      ) : (
        <PanelWords text={letter.feedback} language={letter.language} heading="h4" />
      )}
      {mayChange && (
        <details open={reply !== undefined}>
          <summary>
            {decisionDesk.letterChange} <bdi className="quiet">{letter.groupName}</bdi>
          </summary>
          <LetterForm letter={letter} reply={reply} />
        </details>
      )}
    </article>
  );
}

function LetterForm({ letter, reply }: { letter: ShownLetter; reply: FormReply | undefined }) {
  const { decisionDesk } = useWords().words;
  const { subject, body, feedback } = letter;
  return (
    <Form reply={reply} values={{ subject, body, feedback }} part={letter.applicationId}>
      <Hidden name="applicationId" value={letter.applicationId} />
      <Hidden name="shown" value={letter.mark} />
      <TextField name="subject" label={decisionDesk.subject} lang={letter.language} />
      <TextArea name="body" label={decisionDesk.body} hint={decisionDesk.bodyHint} rows={12} lang={letter.language} />
      <TextArea name="feedback" label={decisionDesk.feedbackField} hint={decisionDesk.feedbackHint} rows={8} />
      <p className="row">
        <Button>{decisionDesk.letterSave}</Button>
        {letter.isEdited && (
          <Button look="second" name="intent" value="anew">
            {decisionDesk.letterAnew}
          </Button>
        )}
      </p>
    </Form>
  );
}

function Paragraphs({ text, lang }: { text: string; lang?: string }) {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => <Written key={paragraph} text={paragraph} {...(lang === undefined ? {} : { lang })} />);
}
