import { asc, eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { hostLetter } from '#db/schema/payment-host.ts';
import type { HostAnswer, HostStanding } from '../rules/host-answer.ts';
import type { PayeeVersionRow } from './payees.server.ts';

export type HostLetterRow = typeof hostLetter.$inferSelect;

export function insertHostLetter(
  tx: Tx,
  row: Pick<HostLetterRow, 'id' | 'payeeVersionId' | 'tokenHash' | 'sentAt' | 'expiresAt'>,
): void {
  tx.insert(hostLetter).values(row).run();
}

export function findHostLetter(tx: Tx, letterId: Id): HostLetterRow | null {
  return tx.select().from(hostLetter).where(eq(hostLetter.id, letterId)).get() ?? null;
}

export function findHostLetterByHash(tx: Tx, tokenHash: string): HostLetterRow | null {
  return tx.select().from(hostLetter).where(eq(hostLetter.tokenHash, tokenHash)).get() ?? null;
}

/** Every letter about one version of a payee, the oldest first. */
export function findHostLetters(tx: Tx, payeeVersionId: Id): HostLetterRow[] {
  return tx
    .select()
    .from(hostLetter)
    .where(eq(hostLetter.payeeVersionId, payeeVersionId))
    .orderBy(asc(hostLetter.sentAt), asc(hostLetter.id))
    .all();
}

export function answerHostLetter(
  tx: Tx,
  letterId: Id,
  given: { answer: HostAnswer; answeredAt: number; answeredSealed: string },
): void {
  tx.update(hostLetter).set(given).where(eq(hostLetter.id, letterId)).run();
}

const answersTo = prepared((tx) =>
  tx
    .select({ payeeVersionId: hostLetter.payeeVersionId, answer: hostLetter.answer })
    .from(hostLetter)
    .where(isAmong(hostLetter.payeeVersionId, 'ids'))
    .prepare(),
);

/** What the host of each of these payees has said: one query however long the list. */
export function hostStandings(tx: Tx, payees: readonly PayeeVersionRow[]): (payee: PayeeVersionRow) => HostStanding {
  const asked = payees.filter((payee) => payee.holder === 'host');
  const rows = answersTo(tx).all({ ids: listed(asked.map((payee) => payee.id)) });
  const answers = new Map(
    rows.flatMap((row) => (row.answer === null ? [] : [[row.payeeVersionId, row.answer] as const])),
  );
  return (payee) => (payee.holder === 'host' ? (answers.get(payee.id) ?? 'asked') : 'not-needed');
}

/** The same for one payee. */
export function hostStanding(tx: Tx, payee: PayeeVersionRow): HostStanding {
  return hostStandings(tx, [payee])(payee);
}
