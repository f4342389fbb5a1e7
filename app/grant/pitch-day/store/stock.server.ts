import { and, eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { event } from '#db/schema/pitch-day.ts';
import { codeStock, signUp } from '#db/schema/pitch-day-stock.ts';
import type { StockLevel } from '../rules/level.ts';

export type Stock = typeof codeStock.$inferSelect;
export type SignUp = typeof signUp.$inferSelect;

/** Null where a vote does not offer the level. */
export function findStock(tx: Tx, eventId: Id, level: StockLevel): Stock | null {
  const isIt = and(eq(codeStock.eventId, eventId), eq(codeStock.level, level));
  return tx.select().from(codeStock).where(isIt).get() ?? null;
}

/** A stock of which nothing is handed out yet. */
export function insertStock(tx: Tx, row: Omit<Stock, 'handed'>): void {
  tx.insert(codeStock)
    .values({ ...row, handed: 0 })
    .run();
}

/** Leaves nothing: another ballot paper has stocks of its own. */
export function deleteStocks(tx: Tx, eventId: Id): void {
  tx.delete(codeStock).where(eq(codeStock.eventId, eventId)).run();
}

/** Marks the codes up to a place as handed out; one by one, as the table wants it. */
export function handOutUpTo(tx: Tx, { eventId, level, handed }: Stock, place: number): void {
  const isIt = and(eq(codeStock.eventId, eventId), eq(codeStock.level, level));
  for (let next = handed + 1; next <= place; next += 1) tx.update(codeStock).set({ handed: next }).where(isIt).run();
}

export function findSignUp(tx: Tx, signUpId: Id): SignUp | null {
  return tx.select().from(signUp).where(eq(signUp.id, signUpId)).get() ?? null;
}

export function findSignUpByContact(tx: Tx, eventId: Id, contactHash: string): SignUp | null {
  const isIt = and(eq(signUp.eventId, eventId), eq(signUp.contactHash, contactHash));
  return tx.select().from(signUp).where(isIt).get() ?? null;
}

export function insertSignUp(tx: Tx, row: SignUp): void {
  tx.insert(signUp).values(row).run();
}

export function deleteSignUps(tx: Tx, eventId: Id): void {
  tx.delete(signUp).where(eq(signUp.eventId, eventId)).run();
}

/** Events that are over and still know who has signed up. */
export function eventsOverWithSignUps(tx: Tx): Id[] {
  return tx
    .selectDistinct({ eventId: event.id })
    .from(signUp)
    .innerJoin(event, eq(event.id, signUp.eventId))
    .where(eq(event.state, 'over'))
    .all()
    .map(({ eventId }) => eventId);
}
