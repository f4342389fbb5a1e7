import { Button } from '#app/ui/button.tsx';
import { useCallLanguage } from '#app/ui/call-text.tsx';
import { Hidden, Select, TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { myHelp } from '../queries/my-help.server.ts';
import { ASK_WORDS_MAX } from '../rules/asking.ts';

type MyHelp = NonNullable<ReturnType<typeof myHelp>> & { readonly about: string; readonly newId: string };

/** Room for one question; where there is none, why, and whom else to ask. What was typed is shown all the same. */
export function AskForm({ page, reply }: { page: MyHelp; reply: FormReply | undefined }) {
  const { words, language, deadline } = useWords();
  const callLanguage = useCallLanguage();
  const text = words.help;
  const { application, call } = page;
  const when = deadline(page.endsAt, call.timeZone);
  const isShown = application.state === 'draft' && !page.isOver;
  if (!isShown && reply === undefined) {
    return application.state !== 'draft' ? null : (
      <Notice>
        <p>{say(language, text.askOver, { when, email: call.contact.email })}</p>
      </Notice>
    );
  }
  return (
    <section>
      <h2>{text.askTitle}</h2>
      <p>{say(language, text.askLead, { partner: call.partnerName })}</p>
      <p>
        {isShown
          ? say(language, text.askEnds, { when })
          : say(language, text.askOver, { when, email: call.contact.email })}
      </p>
      <Form reply={reply} values={{ about: page.about }}>
        <Hidden name="id" value={page.newId} />
        <Select
          name="about"
          label={text.about}
          choices={[
            { value: '', label: text.aboutWhole },
            ...page.questions.map(({ id, label }) => ({ value: id, label, lang: callLanguage })),
          ]}
        />
        <TextArea name="question" label={text.question} hint={text.questionHint} wordsMax={ASK_WORDS_MAX} rows={4} />
        <Button>{text.ask}</Button>
      </Form>
    </section>
  );
}
