import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { practiceSeverity } from '../rules/practice.ts';
import { type SeatTerms, TERMS_UNSAID } from '../rules/seat-terms.ts';
import { membersOf } from '../store/panel.server.ts';
import { findPracticeOfPanel, findTermsOfPanel } from '../store/seat-terms.server.ts';

export type MemberTerms = SeatTerms & {
  /** False of whoever took her seat before anybody asked: what stands here is then what is taken for granted. */
  readonly isAgreed: boolean;
};

/** By member, whatever their seat: what each agreed to, or what is taken for granted where nobody asked. */
export function termsOf(tx: Tx, callId: Id): ReadonlyMap<Id, MemberTerms> {
  const agreed = new Map(findTermsOfPanel(tx, callId).map((row) => [row.memberId, row]));
  return new Map(
    membersOf(tx, callId).map(({ id }) => {
      const { reads, minutesMax, minutesPerDay, payChoice, needsChildcare, needsTravel } =
        agreed.get(id) ?? TERMS_UNSAID;
      const terms = { reads, minutesMax, minutesPerDay, payChoice, needsChildcare, needsTravel };
      return [id, { ...terms, isAgreed: agreed.has(id) }];
    }),
  );
}

/** By member, whatever their seat: how much more each gave in the practice round than was worked out; 0 without one. */
export function severityOf(tx: Tx, callId: Id): ReadonlyMap<Id, number> {
  const sheets = Map.groupBy(findPracticeOfPanel(tx, callId), ({ memberId }) => memberId);
  return new Map(membersOf(tx, callId).map(({ id }) => [id, practiceSeverity(sheets.get(id) ?? [])]));
}
