import { Button } from '#app/ui/button.tsx';
import { Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';
import { NeedFields, WhoFields } from './wishes-fields.tsx';

/** A name, a contact and how many; all else may stay empty. */
export function SignUpForm(props: {
  reply: FormReply | undefined;
  partyId: string;
  isFull: boolean;
  interpreters: readonly string[];
}) {
  const { coming: text } = useWords().words;
  const { reply } = props;
  return (
    <section aria-labelledby="form">
      <h2 id="form">{text.formTitle}</h2>
      <p>
        {text.formLead} {props.isFull ? text.full : text.placesFree}
      </p>
      <Form reply={reply} values={{ people: '1', children: '0' }}>
        <Hidden name="partyId" value={reply?.typed.partyId?.[0] ?? props.partyId} />
        <WhoFields />
        <h3>{text.contactTitle}</h3>
        <TextField name="email" type="email" label={text.email} hint={text.emailHint} autoComplete="email" dir="ltr" />
        <TextField name="phone" type="tel" label={text.phone} hint={text.phoneHint} autoComplete="tel" dir="ltr" />
        <h3>{text.moreTitle}</h3>
        <p>{text.moreLead}</p>
        <NeedFields interpreters={props.interpreters} />
        <p className="soft">{text.privacy}</p>
        <Button big>{text.send}</Button>
      </Form>
    </section>
  );
}
