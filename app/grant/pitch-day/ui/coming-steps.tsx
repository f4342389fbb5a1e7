import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';
import type { SignUpState } from '../queries/day-of-call.server.ts';
import { NeedFields } from './wishes-fields.tsx';

/** Whether people can sign up, and the button that changes it. */
export function SignUpSwitch({ signUp, slug }: { signUp: SignUpState; slug: string }) {
  const { comingDesk: text } = useWords().words;
  const isOpen = signUp === 'open' || signUp === 'full';
  return (
    <section aria-labelledby="sign-up" className="no-print">
      <h2 id="sign-up">{text.signUpTitle}</h2>
      <p>
        {text.signUp[signUp]} <a href={paths.callPitchDay({ slug })}>{text.publicPage}</a>
      </p>
      {(isOpen || signUp === 'by-hand') && (
        <form method="post">
          <Hidden name="intent" value={isOpen ? 'close' : 'reopen'} />
          <Button look="second">{isOpen ? text.close : text.reopen}</Button>
        </form>
      )}
    </section>
  );
}

/** Somebody who called: the same questions, and the same place in the order. */
export function AddParty(props: { reply: FormReply | undefined; partyId: string; interpreters: readonly string[] }) {
  const { comingDesk, coming } = useWords().words;
  return (
    <section aria-labelledby="add" className="no-print">
      <h2 id="add">{comingDesk.addTitle}</h2>
      <p>{comingDesk.addLead}</p>
      <Form reply={props.reply} values={{ people: '1', children: '0' }}>
        <Hidden name="intent" value="add" />
        <Hidden name="partyId" value={props.reply?.typed.partyId?.[0] ?? props.partyId} />
        <TextField name="name" label={comingDesk.name} maxLength={80} />
        <TextField name="people" label={comingDesk.addPeople} inputMode="numeric" short />
        <TextField name="phone" type="tel" label={coming.phone} dir="ltr" />
        <TextField name="email" type="email" label={coming.email} dir="ltr" />
        <NeedFields interpreters={props.interpreters} />
        <Button>{comingDesk.add}</Button>
      </Form>
    </section>
  );
}
