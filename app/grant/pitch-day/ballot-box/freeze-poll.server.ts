import { toHex } from '#app/kernel/hex.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { merkleRoot } from '../rules/merkle.ts';
import { type Issue, issueMessage, rollMessage } from '../rules/notes.ts';
import { PASS_LEVEL } from '../rules/pass.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { termsOf } from './poll-terms.server.ts';
import { signMessage } from './signing.server.ts';
import { transact } from './transact.server.ts';

/** With fewer voters at a level, turnout alone would tell how people voted. */
export const VOTERS_MIN = 10;

/**
 * Promises the tokens: after this none can be added, and the published roots prove it.
 *
 * The Merkle root of a level is over its token hashes in rising order, void ones included. Passes are not made yet: in
 * their place stands how many people are on the roll.
 *
 * @param rollSize  needed for level B, and only there
 */
export function freezePoll(
  box: BallotBox,
  pollId: string,
  rollSize = 0,
): Outcome<readonly Issue[], 'unknown-poll' | 'not-draft' | 'too-few-voters' | 'roll-too-short'> {
  return transact(box, () => {
    const { statements } = box;
    const terms = termsOf(box, pollId);
    if (terms === null) return refused('unknown-poll');
    if (terms.state !== 'draft') return refused('not-draft');
    const tokens = statements.listTokens.all({ pollId });
    const voided = new Set(statements.listVoid.all({ pollId }).map((token) => toHex(token.tokenHash)));
    const issues: Issue[] = [];
    const { manifestHash } = terms.ballotRules;
    for (const level of terms.manifest.levels) {
      if (level === PASS_LEVEL) {
        if (rollSize < VOTERS_MIN) return refused('roll-too-short');
        const signature = signMessage(terms.signingKey, rollMessage({ pollId, manifestHash, size: rollSize }));
        statements.insertRoll.run({ pollId, size: rollSize, signature });
        continue;
      }
      const hashes = tokens.filter((token) => token.level === level).map((token) => token.tokenHash);
      const live = hashes.filter((hash) => !voided.has(toHex(hash)));
      if (live.length < VOTERS_MIN) return refused('too-few-voters');
      const root = Buffer.from(merkleRoot(hashes));
      const issue: Issue = { pollId, manifestHash, level, count: hashes.length, root: toHex(root) };
      const signature = signMessage(terms.signingKey, issueMessage(issue));
      statements.insertIssue.run({ pollId, level, count: issue.count, root, signature });
      issues.push(issue);
    }
    statements.movePoll.run({ pollId, state: 'frozen' });
    return done(issues);
  });
}
