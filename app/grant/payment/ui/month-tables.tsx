import type { Currency, Minor } from '#app/kernel/money.ts';
import { Empty, Money, Notice, Table } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { MonthStatement } from '../queries/month-statement.server.ts';

/** What every kind of account held, took, gave and holds. */
export function TrialBalanceTable({ statement }: { statement: MonthStatement }) {
  const { months } = useWords().words;
  const { balance, call } = statement;
  const show = showIn(call.currency);
  return (
    <section>
      <h2>{months.balanceTitle}</h2>
      <Notice tone={balance.isEven ? 'good' : 'bad'}>{balance.isEven ? months.balanceEven : months.balanceOff}</Notice>
      <Table
        caption={months.balanceTitle}
        quietCaption
        rows={balance.rows}
        keyOf={(row) => row.kind}
        columns={[
          { key: 'account', title: months.account, heading: true, cell: (row) => months.accounts[row.kind] },
          { key: 'opening', title: months.opening, numeric: true, cell: (row) => show(row.openingMinor) },
          { key: 'in', title: months.in, numeric: true, cell: (row) => show(row.inMinor) },
          { key: 'out', title: months.out, numeric: true, cell: (row) => show(row.outMinor) },
          { key: 'closing', title: months.closing, numeric: true, cell: (row) => show(row.closingMinor) },
        ]}
      />
      <p className="hint">{months.accountsHint}</p>
    </section>
  );
}

/** The funders' money of the month, line by line. */
export function ReceivedTable({ statement }: { statement: MonthStatement }) {
  const { months } = useWords().words;
  const show = showIn(statement.call.currency);
  return (
    <section>
      <h2>{months.receivedTitle}</h2>
      {statement.received.length === 0 ? (
        <p className="soft">{months.receivedNone}</p>
      ) : (
        <Table
          caption={months.receivedTitle}
          quietCaption
          rows={statement.received}
          keyOf={(row) => row.ref}
          columns={[
            { key: 'ref', title: months.ref, heading: true, cell: (row) => row.ref },
            { key: 'amount', title: months.amount, numeric: true, cell: (row) => show(row.amountMinor) },
            { key: 'evidence', title: months.evidence, cell: (row) => row.evidence },
          ]}
        />
      )}
    </section>
  );
}

/** What the month did to each award. */
export function AwardMonthsTable({ statement }: { statement: MonthStatement }) {
  const { months } = useWords().words;
  const show = showIn(statement.call.currency);
  return (
    <section>
      <h2>{months.awardsTitle}</h2>
      {statement.awards.length === 0 ? (
        <Empty title={months.awardsNone} />
      ) : (
        <Table
          caption={months.awardsTitle}
          quietCaption
          rows={statement.awards}
          keyOf={(row) => row.awardId}
          columns={[
            {
              key: 'group',
              title: months.group,
              heading: true,
              cell: (row) => <bdi>{row.groupName ?? months.hiddenGroup}</bdi>,
            },
            { key: 'opening', title: months.openOpening, numeric: true, cell: (row) => show(row.openingMinor) },
            { key: 'promised', title: months.promised, numeric: true, cell: (row) => show(row.promisedMinor) },
            { key: 'paid', title: months.paid, numeric: true, cell: (row) => show(row.paidMinor) },
            { key: 'back', title: months.cameBack, numeric: true, cell: (row) => show(row.cameBackMinor) },
            { key: 'closing', title: months.openClosing, numeric: true, cell: (row) => show(row.closingMinor) },
            { key: 'granted', title: months.granted, numeric: true, cell: (row) => show(row.grantedMinor) },
          ]}
        />
      )}
    </section>
  );
}

function showIn(currency: Currency) {
  return (amount: Minor) => <Money amount={amount} currency={currency} />;
}
