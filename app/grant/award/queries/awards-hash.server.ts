import { sha256Hex } from '#app/kernel/digest.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decisionLockOf, keptLetters } from '../../assessment/queries/decision-lock.server.ts';
import { contentHash } from '../../assessment/rules/deciding/content-hash.ts';
import type { AwardsChosen } from '../rules/deciding.ts';
import type { DecisionMatter } from './decision-matter.server.ts';

/**
 * The fingerprint of the awards as they would be recorded: who gets what and why, the rule with all its figures, and
 * every letter that is written down. Whoever takes an application back under the lock changes it, because places move.
 */
export function awardsHash(context: Pick<Context, 'db'>, matter: DecisionMatter, chosen: AwardsChosen): string {
  const { call, formula, ranked, cards } = matter;
  const letters = keptLetters(
    context,
    cards.map(({ id }) => id),
    'award',
  );
  const rows = chosen.choices.map(({ applicationId, outcome, amountMinor, reason, nearly, ineligible }) => [
    applicationId,
    outcome,
    outcome === 'awarded' ? amountMinor : null,
    outcome === 'awarded' ? '' : reason.trim(),
    nearly,
    ineligible ?? false,
  ]);
  return contentHash({
    stage: 'award',
    rows: [...rows, ['public', chosen.publicReason.trim()], ['reserve until', chosen.reserveUntil]],
    scoresHash: sha256Hex(JSON.stringify([formula, ranked])),
    letters,
    feedbackFrom: decisionLockOf(context, call.id, 'award')?.feedbackFrom ?? null,
  });
}
