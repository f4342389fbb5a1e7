import type { Id } from '#app/kernel/id.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden, Select, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { languageChoices } from '#app/words/language-choices.ts';
import { useWords } from '#app/words/use-words.ts';
import { CONSENT_MEANS, FOR_NAME_CHARACTERS_MAX } from '../rules/staff-entry.ts';

/** What has to be known before a word is written: whose words they are, and that they said yes. */
export function EnterForm({ entryId, reply }: { entryId: Id; reply: FormReply | undefined }) {
  const { words } = useWords();
  const desk = words.writtenDownDesk;
  return (
    <>
      <ol className="steps">
        {desk.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Form reply={reply} values={{ language: 'en', means: 'by-phone' }}>
        <Hidden name="entryId" value={entryId} />
        <TextField name="forName" label={desk.forName} hint={desk.forNameHint} maxLength={FOR_NAME_CHARACTERS_MAX} />
        <TextField name="email" type="email" inputMode="email" dir="ltr" label={desk.email} hint={desk.emailHint} />
        <TextField name="phone" type="tel" inputMode="tel" dir="ltr" short label={desk.phone} hint={desk.phoneHint} />
        <Select name="language" label={desk.language} choices={languageChoices()} />
        <h2>{desk.consentTitle}</h2>
        <blockquote>{words.writtenDown.consentSentence}</blockquote>
        <Choices
          type="radio"
          name="means"
          label={desk.consentMeans}
          choices={CONSENT_MEANS.map((means) => ({ value: means, label: desk.means[means] }))}
        />
        <Tick name="consent" label={desk.consent} />
        <Button>{desk.begin}</Button>
      </Form>
    </>
  );
}
