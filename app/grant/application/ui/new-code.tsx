import type { Id } from '#app/kernel/id.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { LABEL_CHARACTERS_MAX } from '../forms/access-code-form.ts';
import type { CodePurpose } from '../rules/access-code.ts';

/** Making a code. A call that everybody may enter needs no invitations, so it does not ask what the code is for. */
export function NewCode(props: {
  call: { timeZone: string; invitationOnly: boolean };
  /** Made with the page: the same form sent twice makes one code. */
  codeId: Id;
  isStopped: boolean;
  reply: FormReply | undefined;
}) {
  const { words, language } = useWords();
  const { codesDesk } = words;
  const { call, isStopped } = props;
  const purposes: readonly CodePurpose[] = isStopped ? [] : call.invitationOnly ? ['invited', 'late'] : ['late'];
  const [first] = purposes;
  return (
    <section aria-labelledby="new-code">
      <h2 id="new-code">{codesDesk.newTitle}</h2>
      {first === undefined ? (
        <Notice>
          <p>{codesDesk.faults['entries-stopped']}</p>
        </Notice>
      ) : (
        <Form reply={props.reply} values={{ purpose: first, usesMax: 1 }}>
          <Hidden name="codeId" value={props.codeId} />
          <TextField name="label" label={codesDesk.label} hint={codesDesk.labelHint} maxLength={LABEL_CHARACTERS_MAX} />
          {purposes.length === 1 ? (
            <>
              <Hidden name="purpose" value={first} />
              <p>{codesDesk.purposeHints[first]}</p>
            </>
          ) : (
            <Choices
              type="radio"
              name="purpose"
              label={codesDesk.purpose}
              choices={purposes.map((purpose) => ({
                value: purpose,
                label: codesDesk.purposes[purpose],
                hint: codesDesk.purposeHints[purpose],
              }))}
            />
          )}
          <TextField
            name="expiresAt"
            type="datetime-local"
            dir="ltr"
            short
            label={codesDesk.expires}
            hint={say(language, codesDesk.expiresHint, { zone: call.timeZone.replaceAll('_', ' ') })}
          />
          <TextField
            name="usesMax"
            inputMode="numeric"
            dir="ltr"
            short
            label={codesDesk.usesMax}
            hint={codesDesk.usesMaxHint}
          />
          <Button>{codesDesk.make}</Button>
        </Form>
      )}
    </section>
  );
}
