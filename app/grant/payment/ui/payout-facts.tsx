import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { Facts, Money, type Tone, When } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PayoutSheet } from '../queries/payout-sheet.server.ts';
import type { PayoutState } from '../rules/payout-state.ts';

export const STATE_TONES: Readonly<Record<PayoutState, Tone>> = {
  draft: 'plain',
  submitted: 'warn',
  approved: 'brand',
  reserved: 'brand',
  sending: 'brand',
  settled: 'good',
  failed: 'bad',
  returned: 'bad',
  cancelled: 'plain',
};

/** What would be paid, to whom, and who did what so far. */
export function PayoutFacts({ sheet }: { sheet: PayoutSheet }) {
  const { words, language, money } = useWords();
  const { payment } = words;
  const { payee, call } = sheet;
  const host = payee.kind === 'bank' ? payee.host : null;
  const when = (at: number | null) => at !== null && <When at={at} timeZone={call.timeZone} />;
  return (
    <div>
      <h2>{payment.facts}</h2>
      <Facts
        facts={[
          [payment.goesTo, <Payee key="payee" payee={payee} />],
          payee.kind === 'bank' && payee.holder !== null && [words.payee.holder, words.payee.holders[payee.holder]],
          host !== null && [payment.hostName, <bdi key="host">{host.name}</bdi>],
          host !== null && [
            payment.hostFee,
            say(language, payment.hostFeeSum, {
              keeps: money(host.keepsMinor, sheet.currency),
              amount: money(host.awardMinor, sheet.currency),
              gets: money(host.awardMinor - host.keepsMinor, sheet.currency),
            }),
          ],
          payee.kind === 'bank' && payee.isUnlikely && ['', payment.confirmedAccount],
          [payment.amount, <Money key="amount" amount={sheet.amountMinor} currency={sheet.currency} />],
          [payment.reference, <code key="reference">{sheet.reference}</code>],
          [payment.way, payment.ways[sheet.rail]],
          sheet.attempt > 1 && [payment.attempt, sheet.attempt],
        ]}
      />
      {payee.kind === 'bank' && (
        <p>
          <a href={paths.financePayoutDetails({ payoutId: sheet.id })}>{payment.revealLink}</a>
        </p>
      )}
      <h2>{payment.people}</h2>
      <Facts
        facts={[
          [payment.detailsBy, byWhom(sheet.detailsBy, when(sheet.detailsAt))],
          [payment.maker, byWhom(sheet.maker, when(sheet.madeAt))],
          sheet.checker !== null && [payment.checker, byWhom(sheet.checker, when(sheet.approvedAt))],
          sheet.file !== null && [
            payment.inFile,
            <a key="file" href={paths.financeFile({ fileId: sheet.file.id })}>
              {sheet.file.msgId}
            </a>,
          ],
          sheet.sentAt !== null && [payment.sent, when(sheet.sentAt)],
          sheet.settledAt !== null && [payment.settledOn, when(sheet.settledAt)],
          sheet.evidence !== null && [payment.evidence, sheet.evidence],
          sheet.endReason !== null && [payment.endReason, endReasonWords(sheet.endReason, payment.endReasons)],
        ]}
      />
    </div>
  );
}

function Payee({ payee }: { payee: PayoutSheet['payee'] }) {
  const { words, language } = useWords();
  const { payment } = words;
  if (payee.kind === 'other') return <bdi>{say(language, payment.otherWay, { description: payee.description })}</bdi>;
  return (
    <>
      <bdi>{payee.name}</bdi> <br />
      {say(language, payment.account, { masked: payee.masked })}
    </>
  );
}

function byWhom(name: string, when: ReactNode) {
  return (
    <>
      <bdi>{name}</bdi> <span className="soft">{when}</span>
    </>
  );
}

/** The portal's own reasons are names; a person's are sentences. */
function endReasonWords(reason: string, known: Readonly<Record<string, string>>): string {
  return known[reason] ?? reason;
}
