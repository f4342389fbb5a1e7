import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { termsOf } from './poll-terms.server.ts';
import { transact } from './transact.server.ts';

/** Lets ballots in, within the window that the manifest promised. */
export function openPoll(
  box: BallotBox,
  pollId: string,
  now: Instant,
): Outcome<'open', 'unknown-poll' | 'not-frozen' | 'too-early' | 'too-late'> {
  return transact(box, () => {
    const terms = termsOf(box, pollId);
    if (terms === null) return refused('unknown-poll');
    if (terms.state !== 'frozen') return refused('not-frozen');
    if (now < terms.manifest.opensAt) return refused('too-early');
    if (now >= terms.manifest.closesAt) return refused('too-late');
    box.statements.movePoll.run({ pollId, state: 'open' });
    return done('open');
  });
}
