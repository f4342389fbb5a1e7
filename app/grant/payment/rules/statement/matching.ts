import type { Id } from '#app/kernel/id.ts';
import type { Minor } from '#app/kernel/money.ts';
import { sumMinor } from '#app/kernel/money.ts';
import type { PayoutState } from '../payout-state.ts';
import type { StatementLine } from './statement.ts';

/** A payment that a line could be about. */
export type KnownPayment = {
  readonly payoutId: Id;
  readonly endToEndId: string;
  /** What the recipient reads on hers. */
  readonly reference: string;
  readonly amountMinor: Minor;
  readonly state: PayoutState;
  /** What the bank calls the file it was in; null where it was paid in another way. */
  readonly msgId: string | null;
  /** A line of a statement has shown that it left. */
  readonly hasLeft: boolean;
};

/** What a line means. Only the first three are sure enough to be written down without anybody looking. */
export type Meaning =
  | { readonly kind: 'settles'; readonly payoutIds: readonly Id[] }
  | { readonly kind: 'comes-back'; readonly payoutId: Id }
  /** A payment that has been seen to leave already: the bank has paid it twice. */
  | { readonly kind: 'second-debit'; readonly payoutId: Id }
  /** It names a payment, and is of another amount, or of one that cannot be paid now. */
  | { readonly kind: 'does-not-fit'; readonly payoutId: Id }
  /** The amount fits, and nothing says that it is the one: the likeliest first. */
  | { readonly kind: 'perhaps'; readonly payoutIds: readonly Id[] }
  /** Money came in that nobody had sent: perhaps a funder's. */
  | { readonly kind: 'came-in' }
  | { readonly kind: 'unknown' };

const ON_ITS_WAY: readonly PayoutState[] = ['reserved', 'sending'];

/**
 * What a line of the bank statement means for our payments.
 *
 * An end-to-end id is ours alone and decides. A bank that books a whole file as one debit names the file or its sum, and all of its
 * payments must be on their way. Amount and reference by themselves are only a hint: two groups may get the same.
 *
 * @param known  every payment that was ever sent from this account, or should have been
 */
export function meaningOf(line: StatementLine, known: readonly KnownPayment[]): Meaning {
  const amountMinor = Math.abs(line.amountMinor);
  const isOut = line.amountMinor < 0;
  const named = known.find((payment) => names(line, payment.endToEndId));
  if (named !== undefined) return ofNamed(named, amountMinor, isOut);
  if (isOut) {
    const file = wholeFile(line, amountMinor, known);
    if (file !== null) return { kind: 'settles', payoutIds: file };
  }
  const wanted = isOut ? ON_ITS_WAY : (['settled'] as const);
  const fitting = known.filter((one) => one.amountMinor === amountMinor && wanted.some((state) => state === one.state));
  if (fitting.length > 0) {
    const score = (one: KnownPayment) => Number(mentions(line, one.reference));
    const likeliest = fitting.toSorted((one, other) => score(other) - score(one));
    return { kind: 'perhaps', payoutIds: likeliest.map(({ payoutId }) => payoutId) };
  }
  return isOut ? { kind: 'unknown' } : { kind: 'came-in' };
}

function ofNamed(payment: KnownPayment, amountMinor: Minor, isOut: boolean): Meaning {
  const { payoutId, state, hasLeft } = payment;
  if (payment.amountMinor !== amountMinor) return { kind: 'does-not-fit', payoutId };
  if (!isOut) return state === 'settled' ? { kind: 'comes-back', payoutId } : { kind: 'does-not-fit', payoutId };
  if (ON_ITS_WAY.includes(state)) return { kind: 'settles', payoutIds: [payoutId] };
  if (state === 'settled' && !hasLeft) return { kind: 'settles', payoutIds: [payoutId] };
  return hasLeft ? { kind: 'second-debit', payoutId } : { kind: 'does-not-fit', payoutId };
}

/** The payments of the one file that a debit names and is the sum of. */
function wholeFile(line: StatementLine, amountMinor: Minor, known: readonly KnownPayment[]): readonly Id[] | null {
  const named = known.filter(({ msgId }) => msgId !== null && names(line, msgId));
  const [first] = named;
  if (first === undefined || named.some(({ msgId }) => msgId !== first.msgId)) return null;
  if (sumMinor(named.map((payment) => payment.amountMinor)) !== amountMinor) return null;
  const areOnTheirWay = named.every(
    ({ state, hasLeft }) => ON_ITS_WAY.includes(state) || (state === 'settled' && !hasLeft),
  );
  return areOnTheirWay ? named.map(({ payoutId }) => payoutId) : null;
}

/** Whether a line carries one of our ids, where banks put it or anywhere in its words. */
function names(line: StatementLine, ours: string): boolean {
  return bare(line.endToEndId ?? '') === bare(ours) || bare(`${line.text} ${line.bankRef ?? ''}`).includes(bare(ours));
}

function mentions(line: StatementLine, reference: string): boolean {
  return reference !== '' && bare(`${line.text} ${line.name}`).includes(bare(reference));
}

/** Banks change case and break words. */
function bare(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
