import { paths } from '#app/paths.ts';
import { Money, Table, Tag, type Tone } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PaymentRow } from '../queries/payment-rows.server.ts';
import { maskAccount } from '../rules/bank-account.ts';
import type { TrancheStatus } from '../rules/tranche-status.ts';

export const STATUS_TONES: Readonly<Record<TrancheStatus, Tone>> = {
  'waits-for-check-in': 'plain',
  'needs-details': 'warn',
  'needs-code': 'warn',
  'host-asked': 'warn',
  'host-declined': 'warn',
  'details-on-hold': 'warn',
  'ready-to-pay': 'brand',
  'being-checked': 'brand',
  'with-the-bank': 'brand',
  paid: 'good',
};

/** Every part of every award of a call. */
export function PaymentTable(props: { rows: readonly PaymentRow[]; timeZone: string }) {
  const { words, language } = useWords();
  const { payment } = words;
  return (
    <Table
      caption={payment.tranchesTitle}
      quietCaption
      rows={props.rows}
      keyOf={(row) => row.trancheId}
      columns={[
        { key: 'group', title: payment.group, heading: true, cell: (row) => <bdi>{row.groupName}</bdi> },
        {
          key: 'part',
          title: payment.part,
          cell: (row) => say(language, payment.partOf, { position: row.position, count: row.partsCount }),
        },
        {
          key: 'amount',
          title: payment.amount,
          numeric: true,
          cell: (row) => <Money amount={row.amountMinor} currency={row.currency} />,
        },
        {
          key: 'status',
          title: payment.status,
          cell: (row) => (
            <Tag tone={STATUS_TONES[row.status]}>
              {row.payout === null ? payment.statusNames[row.status] : payment.states[row.payout.state]}
            </Tag>
          ),
        },
        { key: 'next', title: payment.next, cell: (row) => payment.whoActs[row.whoActsNext] },
        {
          key: 'payee',
          title: payment.payee,
          cell: (row) => payeeWords(row.payeeEnding, payment.ways['by-hand']),
        },
        {
          key: 'look',
          title: payment.payout,
          cell: (row) =>
            row.payout === null ? null : (
              <a
                href={paths.financePayout({ payoutId: row.payout.id })}
                aria-label={say(language, payment.lookAt, { group: row.groupName, position: row.position })}
              >
                {payment.look}
              </a>
            ),
        },
      ]}
    />
  );
}

function payeeWords(ending: string | null, otherWay: string): string {
  if (ending === null) return '–';
  return ending === '' ? otherWay : maskAccount(ending);
}
