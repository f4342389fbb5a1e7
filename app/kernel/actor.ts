import type { Id } from './id.ts';

/** What somebody on the awarding partner's staff is trusted with. */
export type DutyName = 'manager' | 'finance';

export type Duty = { readonly partnerId: Id; readonly duty: DutyName };

/** The signed-in person, as the rules see them. */
export type Actor = { readonly personId: Id; readonly duties: readonly Duty[] };

export function hasDuty(actor: Actor | null, duty: DutyName, partnerId: Id): boolean {
  return actor?.duties.some((held) => held.duty === duty && held.partnerId === partnerId) ?? false;
}

/** Staff of the partner in any role. */
export function isStaffOf(actor: Actor | null, partnerId: Id): boolean {
  return actor?.duties.some((held) => held.partnerId === partnerId) ?? false;
}
