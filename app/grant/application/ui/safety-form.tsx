import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden, TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { safetyPage } from '../queries/safety-page.server.ts';
import { PUBLIC_NAME_MAX } from '../rules/hidden-from.ts';

type Page = NonNullable<ReturnType<typeof safetyPage>>;

/** The name for others, and how it is safe to reach somebody. */
export function SafetyForm(props: { page: Page; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const text = words.safety;
  const { settings, revision, isNameOnPaper, groupName } = props.page;
  return (
    <Form reply={props.reply} values={settings}>
      <Hidden name="revision" value={revision} />
      <h2>{text.nameTitle}</h2>
      {isNameOnPaper ? (
        <>
          <p>{say(language, text.nameOnPaper, { name: settings.publicName || groupName })}</p>
          <Hidden name="publicName" value={settings.publicName} />
        </>
      ) : (
        <TextField
          name="publicName"
          label={text.publicName}
          hint={
            groupName === '' ? text.publicNameHintUnnamed : say(language, text.publicNameHint, { group: groupName })
          }
          maxLength={PUBLIC_NAME_MAX}
        />
      )}
      <h2>{text.contactTitle}</h2>
      <Choices
        type="radio"
        name="contactWay"
        label={text.contactWay}
        choices={(['either', 'write', 'phone'] as const).map((way) => ({ value: way, label: text.contactWays[way] }))}
      />
      <TextArea name="contactNote" label={text.contactNote} hint={text.contactNoteHint} rows={3} />
      <Tick name="neutralSubject" label={text.neutralSubject} hint={text.neutralSubjectHint} />
      <Button>{text.save}</Button>
    </Form>
  );
}
