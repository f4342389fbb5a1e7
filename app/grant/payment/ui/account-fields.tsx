import { TextField, Tick } from '#app/ui/fields.tsx';
import { useWords } from '#app/words/use-words.ts';

/**
 * A UK bank account in three fields. The tick appears when the numbers fail the banks' check:
 * asked of everybody, it would be ticked by everybody.
 */
export function AccountFields(props: { title: string; nameLabel: string; nameHint: string; askAgain: boolean }) {
  const { words } = useWords();
  const { payee } = words;
  return (
    <fieldset className="field">
      <legend>
        <h2>{props.title}</h2>
      </legend>
      <TextField name="name" label={props.nameLabel} hint={props.nameHint} spellCheck={false} maxLength={70} />
      <TextField
        name="sortCode"
        short
        inputMode="numeric"
        dir="ltr"
        spellCheck={false}
        label={payee.sortCode}
        hint={payee.sortCodeHint}
      />
      <TextField
        name="accountNumber"
        short
        inputMode="numeric"
        dir="ltr"
        spellCheck={false}
        label={payee.accountNumber}
        hint={payee.accountNumberHint}
      />
      {props.askAgain && <Tick name="lookedAgain" label={payee.lookedAgain} />}
    </fieldset>
  );
}
