import { sha256Hex } from '#app/kernel/digest.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { keptLetters } from '../../assessment/queries/decision-lock.server.ts';
import { reviewersOn } from '../../assessment/queries/reviewer-answers.server.ts';
import { contentHash } from '../../assessment/rules/deciding/content-hash.ts';
import type { AwardsChosen } from '../rules/deciding.ts';
import type { DecisionMatter } from './decision-matter.server.ts';

/**
 * The fingerprint of the awards as they would be recorded: who gets what and why, the rule with all its figures, and
 * every letter that is written down. Whoever takes an application back under the lock changes it, because places move;
 * and so does a tie that takes out a sheet which a letter quotes.
 *
 * @param feedbackFrom  from when groups read what reviewers wrote; null: with the letter
 */
export function awardsHash(
  context: Pick<Context, 'db'>,
  matter: DecisionMatter,
  chosen: AwardsChosen,
  feedbackFrom: Instant | null,
): string {
  const { formula, ranked, cards } = matter;
  const ids = cards.map(({ id }) => id);
  const letters = keptLetters(context, ids, 'award');
  const takenOut = [...reviewersOn(context, ids)].flatMap(([id, { takenOutAt }]) =>
    takenOutAt === null ? [] : [[id, takenOutAt]],
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
    scoresHash: sha256Hex(JSON.stringify([formula, ranked, ...(takenOut.length === 0 ? [] : [takenOut])])),
    letters,
    feedbackFrom,
  });
}
