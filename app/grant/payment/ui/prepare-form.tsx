import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PaymentRow } from '../queries/payment-rows.server.ts';
import { maskAccount } from '../rules/bank-account.ts';

/** The first of the two people chooses what to pay. */
export function PrepareForm(props: { rows: readonly PaymentRow[]; reply: FormReply | undefined }) {
  const { words, language, money } = useWords();
  const { payment } = words;
  const ready = props.rows.filter((row) => row.status === 'ready-to-pay');
  return (
    <section>
      <h2>{payment.prepareTitle}</h2>
      {ready.length === 0 ? (
        <p className="soft">{payment.prepareNone}</p>
      ) : (
        <Form reply={props.reply}>
          <Hidden name="intent" value="prepare" />
          <Choices
            type="checkbox"
            name="tranche"
            label={payment.prepareChoices}
            hint={payment.prepareLead}
            choices={ready.map((row) => ({
              value: row.trancheId,
              label: say(language, payment.prepareChoice, {
                group: row.groupName,
                position: row.position,
                amount: money(row.amountMinor, row.currency),
              }),
              hint: row.payeeEnding ? maskAccount(row.payeeEnding) : payment.ways['by-hand'],
            }))}
          />
          <Button>{payment.prepare}</Button>
        </Form>
      )}
    </section>
  );
}
