import type { Currency, Minor } from '#app/kernel/money.ts';
import { Choices, Hidden, TextField, Tick } from '#app/ui/fields.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';
import { HOST_FEE_KINDS, hostKeeps, readHostFee } from '../rules/host-fee.ts';

/** Who holds the money and what it keeps. The tick appears beside the sums, and counts for these sums alone. */
export function HostFields(props: { reply: FormReply | undefined; amountMinor: Minor; currency: Currency }) {
  const { words } = useWords();
  const { payee: text } = words;
  const { reply } = props;
  const keepsMinor = keepsIn(reply, props);
  // A tick for other sums than these is none.
  const isAsked = reply?.errors.feeAgreed !== undefined || reply?.typed.feeShown?.[0] === String(keepsMinor);
  return (
    <fieldset className="field only-with-host">
      <legend>
        <h2>{text.host}</h2>
      </legend>
      <TextField name="hostName" label={text.hostName} maxLength={100} spellCheck={false} />
      <TextField name="hostEmail" type="email" dir="ltr" label={text.hostEmail} hint={text.hostEmailHint} />
      <Choices
        type="radio"
        name="feeKind"
        label={text.feeKind}
        choices={HOST_FEE_KINDS.map((value) => ({ value, label: text.feeKinds[value] }))}
      />
      <TextField name="fee" short inputMode="decimal" dir="ltr" label={text.fee} hint={text.feeHint} />
      {isAsked && (
        <>
          <Hidden name="feeShown" value={keepsMinor} />
          <Tick name="feeAgreed" label={text.feeAgree} />
        </>
      )}
    </fieldset>
  );
}

/** What the host would keep, in minor units, of what was typed last; empty where that is no fee. */
function keepsIn(reply: FormReply | undefined, award: { amountMinor: Minor; currency: Currency }): Minor | '' {
  const kind = HOST_FEE_KINDS.find((each) => each === reply?.typed.feeKind?.[0]);
  const fee = kind === undefined ? null : readHostFee(kind, reply?.typed.fee?.[0] ?? '', award.currency);
  return fee === null ? '' : hostKeeps(fee, award.amountMinor);
}
