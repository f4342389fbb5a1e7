import type { ReactNode } from 'react';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { Button } from './button.tsx';
import { Choices, Hidden, TextField, Tick } from './fields.tsx';
import { Form } from './form.tsx';
import type { FormReply } from './form-reply.ts';

/**
 * The first person's tick, and from when groups may read what reviewers wrote.
 *
 * @param children  hidden fields that say what was on the page
 */
export function LockForm(props: { timeZone: string; reply: FormReply | undefined; children?: ReactNode }) {
  const { words, language } = useWords();
  const { decisionDesk } = words;
  return (
    <section className="card">
      <h2>{decisionDesk.lockTitle}</h2>
      <p>{decisionDesk.lockLead}</p>
      <Form reply={props.reply} values={{ feedback: 'at-once' }}>
        <Hidden name="intent" value="lock" />
        {props.children}
        <Choices
          type="radio"
          name="feedback"
          label={decisionDesk.feedback}
          choices={[
            { value: 'at-once', label: decisionDesk.feedbackAtOnce },
            { value: 'later', label: decisionDesk.feedbackLater },
          ]}
        />
        <TextField
          name="feedbackFrom"
          type="datetime-local"
          label={decisionDesk.feedbackFrom}
          hint={say(language, decisionDesk.feedbackFromHint, { zone: props.timeZone })}
          short
        />
        <Tick name="sure" label={decisionDesk.lockSure} />
        <Button big>{decisionDesk.lock}</Button>
      </Form>
    </section>
  );
}
