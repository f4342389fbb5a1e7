import { Button } from '#app/ui/button.tsx';
import { Hidden, TextArea, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice, Tag, Written } from '#app/ui/pieces.tsx';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ListedLetter } from '../queries/letter-list.server.ts';

/** One letter in full, as it will be read, with a form to change it where that is still possible. */
export function LetterCard(props: { letter: ListedLetter; mayChange: boolean; reply: FormReply | undefined }) {
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
        <Tag tone={letter.decision === 'shortlisted' ? 'good' : 'plain'}>{decisionDesk.decisions[letter.decision]}</Tag>
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
      {letter.feedback === '' ? <p>{decisionDesk.letterNoFeedback}</p> : <Paragraphs text={letter.feedback} />}
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

function LetterForm({ letter, reply }: { letter: ListedLetter; reply: FormReply | undefined }) {
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
