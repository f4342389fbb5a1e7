import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Facts, Money, Table, When } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';

type Received = { ref: string; evidence: string; amountMinor: Minor; bookedAt: Instant; bookedBy: string };
type Funds = {
  currency: Currency;
  receivedMinor: Minor;
  availableMinor: Minor;
  awardedMinor: Minor;
  payableMinor: Minor;
  inTransitMinor: Minor;
  grantedMinor: Minor;
  bankMinor: Minor;
};

/** Where the money of a call stands, and what came in. */
export function FundsFacts(props: { funds: Funds; received: readonly Received[]; call: { id: Id; timeZone: string } }) {
  const { words } = useWords();
  const { payment } = words;
  const { funds, call } = props;
  const show = (amount: Minor) => <Money amount={amount} currency={funds.currency} />;
  return (
    <>
      <h2>{payment.money}</h2>
      <Facts
        facts={[
          [payment.received, show(funds.receivedMinor)],
          [payment.available, show(funds.availableMinor)],
          [payment.awarded, show(funds.awardedMinor)],
          [payment.payable, show(funds.payableMinor)],
          [payment.inTransit, show(funds.inTransitMinor)],
          [payment.granted, show(funds.grantedMinor)],
          [<strong key="bank">{payment.bank}</strong>, <strong key="sum">{show(funds.bankMinor)}</strong>],
        ]}
      />
      <details>
        <summary>{payment.fundsTitle}</summary>
        <Table
          caption={payment.fundsTitle}
          quietCaption
          rows={props.received}
          keyOf={(row) => row.ref}
          columns={[
            { key: 'ref', title: payment.fundsRef, heading: true, cell: (row) => row.ref },
            { key: 'amount', title: payment.amount, numeric: true, cell: (row) => show(row.amountMinor) },
            { key: 'evidence', title: payment.fundsEvidence, cell: (row) => row.evidence },
            {
              key: 'when',
              title: payment.fundsWhen,
              cell: (row) => <When at={row.bookedAt} timeZone={call.timeZone} as="date" />,
            },
            { key: 'by', title: payment.fundsBy, cell: (row) => row.bookedBy },
          ]}
        />
      </details>
      <p>
        <ButtonLink look="second" to={paths.financeFunds({ callId: call.id })}>
          {payment.addFunds}
        </ButtonLink>{' '}
        <ButtonLink look="second" to={paths.financeMonths({ callId: call.id })}>
          {words.months.toMonths}
        </ButtonLink>
      </p>
    </>
  );
}
