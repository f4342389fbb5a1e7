import { Button } from '#app/ui/button.tsx';
import { Hidden, TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { LetterToLookAt } from '../queries/releasing.server.ts';

/** Letters that somebody rewrote and that may quote a panel member who is tied by now: sentences can be taken out. */
export function LettersToLookAt(props: { letters: readonly LetterToLookAt[]; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const { award, decisionDesk } = words;
  const refused = props.reply?.typed.applicationId?.[0];
  return (
    <section aria-labelledby="look-at">
      <h2 id="look-at">{award.tiedTitle}</h2>
      <p>{award.tiedLead}</p>
      <p>{award.tiedHow}</p>
      <div className="stack">
        {props.letters.map(({ applicationId, reference, groupName, mark, subject, body, feedback, language: lang }) => (
          <article className="card" key={applicationId} id={applicationId}>
            <p className="overline">{say(language, award.tiedTo, { reference, group: groupName })}</p>
            <h3 dir="auto" lang={lang}>
              {subject}
            </h3>
            <Form
              reply={refused === applicationId ? props.reply : undefined}
              values={{ body, feedback }}
              part={applicationId}
            >
              <Hidden name="intent" value="shorten" />
              <Hidden name="applicationId" value={applicationId} />
              <Hidden name="shown" value={mark} />
              <TextArea name="body" label={decisionDesk.body} rows={10} lang={lang} />
              <TextArea name="feedback" label={decisionDesk.feedbackField} rows={8} lang={lang} />
              <Button>{award.tiedSave}</Button>
            </Form>
          </article>
        ))}
      </div>
    </section>
  );
}
