import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Level } from '../rules/level.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { termsOf } from './poll-terms.server.ts';

/** Adds up by construction: issued = used + unused + voided. */
export type LedgerLine = {
  readonly level: Level;
  readonly issued: number;
  readonly used: number;
  readonly unused: number;
  readonly voided: number;
};

/** The sheets made together: `isVoid` when every one of them is. */
export type BatchLine = { readonly batch: string; readonly isVoid: boolean };

/** Every batch of a poll by its label; none for an unknown poll. */
export function tokenBatches(box: BallotBox, pollId: string): readonly BatchLine[] {
  const rows = box.statements.countBatches.all({ pollId });
  return rows.map(({ batch, issued, voided }) => ({ batch, isVoid: voided === issued }));
}

/** Where every token of a poll is, level by level; a level without tokens has no line. */
export function tokenLedger(box: BallotBox, pollId: string): Outcome<readonly LedgerLine[], 'unknown-poll'> {
  if (termsOf(box, pollId) === null) return refused('unknown-poll');
  const rows = box.statements.countTokens.all({ pollId });
  return done(rows.map((row) => ({ ...row, unused: row.issued - row.used - row.voided })));
}
