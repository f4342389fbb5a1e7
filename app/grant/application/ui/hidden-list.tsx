import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { safetyPage } from '../queries/safety-page.server.ts';

type Page = NonNullable<ReturnType<typeof safetyPage>>;

/** Who is named, and a form to name somebody else. */
export function HiddenList(props: { page: Page; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const text = words.safety;
  const { page } = props;
  return (
    <section aria-labelledby="hidden">
      <h2 id="hidden">{text.hiddenTitle}</h2>
      <p>{text.hiddenLead}</p>
      <p className="soft">{say(language, text.hiddenStaff, { partner: page.partnerName })}</p>
      {page.named.length === 0 ? (
        <p>{text.hiddenEmpty}</p>
      ) : (
        <ul>
          {page.named.map(({ id, kind, name, email }) => (
            <li key={id}>
              <strong dir="auto">{name}</strong> {email !== null && <bdi>{email}</bdi>}{' '}
              <span className="soft">{text.kinds[kind]}</span>
              <details>
                <summary>
                  <span aria-hidden="true">{text.remove}</span>
                  <span className="quiet">{say(language, text.removeOf, { name })}</span>
                </summary>
                <Form>
                  <p>{text.removeText}</p>
                  <Hidden name="intent" value="show" />
                  <Hidden name="hiddenId" value={id} />
                  <Button look="second">{say(language, text.removeDo, { name })}</Button>
                </Form>
              </details>
            </li>
          ))}
        </ul>
      )}
      <Form reply={props.reply} values={{ kind: 'person' }}>
        <Hidden name="intent" value="hide" />
        <Choices
          type="radio"
          name="kind"
          label={text.kind}
          choices={(['person', 'organisation'] as const).map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        />
        <TextField name="name" label={text.name} hint={text.nameHint} maxLength={200} />
        <TextField name="email" type="email" dir="ltr" label={text.email} hint={text.emailHint} maxLength={254} />
        <Button look="second">{text.add}</Button>
      </Form>
    </section>
  );
}
