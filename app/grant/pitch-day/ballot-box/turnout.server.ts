import type { PollState } from '../rules/poll-state.ts';
import type { BallotBox } from './open-ballot-box.server.ts';

/** How many ballots are in the box and how many tokens were issued; the only number that is public while it is open. */
export type Turnout = { readonly cast: number; readonly issued: number };

/** Zeros for an unknown poll; `issued` is zero until the freeze. */
export function turnoutOf(box: BallotBox, pollId: string): Turnout {
  const issues = box.statements.listIssues.all({ pollId });
  return {
    cast: box.statements.countSpent.get({ pollId })?.used ?? 0,
    issued: issues.reduce((sum, issue) => sum + issue.count, 0),
  };
}

/** Every poll and where it stands. */
export function pollStates(box: BallotBox): ReadonlyMap<string, PollState> {
  return new Map(box.statements.listPolls.all().map((poll) => [poll.pollId, poll.state]));
}
