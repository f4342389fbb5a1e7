import type { Id } from '#app/kernel/id.ts';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden, Select, TextArea, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { languageName } from '#app/words/language-name.ts';
import { useWords } from '#app/words/use-words.ts';

type Props = { partners: readonly { id: Id; name: string }[]; reply: FormReply | undefined };

/** Who she is, what she knows, which languages, how much time. */
export function MentorForm({ partners, reply }: Props) {
  const { mentoring } = useWords().words;
  const [only] = partners;
  return (
    <Form reply={reply} values={{ languages: ['en'], hoursAMonth: 6 }}>
      {partners.length === 1 && only !== undefined ? (
        <Hidden name="partnerId" value={only.id} />
      ) : (
        <Select
          name="partnerId"
          label={mentoring.partner}
          choices={partners.map((partner) => ({ value: partner.id, label: partner.name }))}
        />
      )}
      <TextField name="name" label={mentoring.name} spellCheck={false} />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        dir="ltr"
        label={mentoring.email}
        hint={mentoring.emailHint}
      />
      <TextArea name="about" label={mentoring.about} hint={mentoring.aboutHint} rows={2} />
      <TextArea name="skills" label={mentoring.skills} hint={mentoring.skillsHint} rows={3} />
      <Choices
        name="languages"
        type="checkbox"
        label={mentoring.languages}
        className="many"
        choices={LANGUAGES.map((tag) => ({ value: tag, label: <span lang={tag}>{languageName(tag)}</span> }))}
      />
      <TextField name="city" label={mentoring.city} short />
      <TextField
        name="hoursAMonth"
        label={mentoring.hoursAMonth}
        hint={mentoring.hoursHint}
        inputMode="numeric"
        short
      />
      <Button>{mentoring.add}</Button>
    </Form>
  );
}
