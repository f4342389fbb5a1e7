import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

export type PayeeFacts = {
  /** Who typed the details that the money would go to. */
  readonly editedBy: Id;
};

/** A finance person, as the rule sees her. */
export type Signer = {
  readonly id: Id;
  /** She is in the team of the group, or was. */
  readonly isInsider: boolean;
  readonly hasDeclaredConflict: boolean;
  /** She stands beside the group as its mentor, or did. */
  readonly isRecused: boolean;
};

export type PersonRefusal = 'own-award' | 'own-details' | 'declared-conflict' | 'recused';
export type CheckerRefusal = PersonRefusal | 'own-payout';

/** Decides whether a finance person may prepare a payout. The database refuses all but a declared conflict as well. */
export function decideMaker(person: Signer, payee: PayeeFacts): Outcome<'may-prepare', PersonRefusal> {
  if (person.isInsider) return refused('own-award');
  if (person.id === payee.editedBy) return refused('own-details');
  if (person.hasDeclaredConflict) return refused('declared-conflict');
  if (person.isRecused) return refused('recused');
  return done('may-prepare');
}

/** Decides whether a finance person may approve a payout that somebody else prepared. There is no way around it. */
export function decideChecker(
  person: Signer,
  payout: PayeeFacts & { readonly makerId: Id },
): Outcome<'may-approve', CheckerRefusal> {
  if (person.id === payout.makerId) return refused('own-payout');
  const decision = decideMaker(person, payout);
  return decision.ok ? done('may-approve') : decision;
}
