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

/** @returns the place of the next code, from 1; null when all are handed out, or there were none */
export function takeNextPlace(tx: Tx, eventId: Id, level: StockLevel): number | null {
  const stock = findStock(tx, eventId, level);
  if (stock === null || stock.handed >= stock.size) return null;
  const isIt = and(eq(codeStock.eventId, eventId), eq(codeStock.level, level), eq(codeStock.handed, stock.handed));
  const place = stock.handed + 1;
  return tx.update(codeStock).set({ handed: place }).where(isIt).run().changes === 1 ? place : null;
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
