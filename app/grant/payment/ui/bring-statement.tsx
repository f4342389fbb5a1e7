import type { Currency } from '#app/kernel/money.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, Select } from '#app/ui/fields.tsx';
import { Form, useField } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';

/** A table of the bank's own that waits for somebody to say which column is what. */
export type WaitingTable = { readonly fileName: string; readonly text: string; readonly columns: readonly string[] };

export function BringStatement({ reply }: { reply: FormReply | undefined }) {
  const { statements } = useWords().words;
  return (
    <section>
      <h2>{statements.bringTitle}</h2>
      <Form reply={reply} upload>
        <Hidden name="intent" value="bring" />
        <FileField />
        <Button>{statements.bring}</Button>
      </Form>
    </section>
  );
}

function FileField() {
  const { statements } = useWords().words;
  const field = useField('file', true);
  return (
    <div className={`field${field.error === undefined ? '' : ' wrong'}`}>
      <label htmlFor={field.id}>{statements.file}</label>
      <div className="hint" id={field.hintId}>
        {statements.fileHint}
      </div>
      {field.error !== undefined && (
        <p className="field-error" id={field.errorId}>
          {field.error}
        </p>
      )}
      <input id={field.id} className="input" type="file" name="file" aria-describedby={field.describedBy} />
    </div>
  );
}

/** Which column is what; the table itself goes along, so that nobody has to choose the file again. */
export function ChooseColumns(props: {
  table: WaitingTable;
  currencies: readonly Currency[];
  reply: FormReply | undefined;
}) {
  const { words, currencyName } = useWords();
  const { statements } = words;
  const { table } = props;
  const columns = table.columns.map((column) => ({ value: column, label: column }));
  const orNone = [{ value: '', label: statements.noColumn }, ...columns];
  const named = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }));
  return (
    <section>
      <h2>{statements.columnsTitle}</h2>
      <Notice>
        <p>{statements.columnsLead}</p>
      </Notice>
      <Form reply={props.reply} values={{ dateOrder: 'dmy', decimal: '.', currency: props.currencies[0] ?? 'GBP' }}>
        <Hidden name="intent" value="columns" />
        <Hidden name="fileName" value={table.fileName} />
        <Hidden name="table" value={table.text} />
        <Select name="date" label={statements.date} choices={columns} />
        <Select name="dateOrder" label={statements.dateOrder} choices={named(statements.dateOrders)} />
        <Select name="amountIn" label={statements.amountIn} hint={statements.amountInHint} choices={columns} />
        <Select name="amountOut" label={statements.amountOut} choices={orNone} />
        <Select name="decimal" label={statements.decimal} choices={named(statements.decimals)} />
        <Select name="name" label={statements.name} choices={orNone} />
        <Select name="text" label={statements.text} choices={orNone} />
        <Select name="bankRef" label={statements.bankRef} choices={orNone} />
        <Select name="balance" label={statements.balance} hint={statements.balanceHint} choices={orNone} />
        <Select
          name="currency"
          label={statements.currency}
          choices={props.currencies.map((currency) => ({ value: currency, label: currencyName(currency) }))}
        />
        <Button>{statements.readTable}</Button>
      </Form>
    </section>
  );
}
