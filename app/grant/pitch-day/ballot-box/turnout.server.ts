import { mayDecide } from '../rules/level.ts';
import type { PollState } from '../rules/poll-state.ts';
import type { BallotBox } from './open-ballot-box.server.ts';

/**
 * How many ballots that decide are in the box and how many may be: sheets, and people on the roll. The only numbers that
 * are public while it is open.
 */
export type Turnout = { readonly cast: number; readonly issued: number };

/** Zeros for an unknown poll; `issued` is zero until the freeze. Direct codes are of the roll, and counted with it. */
export function turnoutOf(box: BallotBox, pollId: string): Turnout {
  const issues = box.statements.listIssues.all({ pollId });
  const roll = box.statements.findRoll.get({ pollId })?.size;
  const ofSheets = issues.filter(({ level }) => mayDecide(level) && (roll === undefined || level !== 'B-'));
  // Asked only where there are any: it looks at each.
  const hasOthers = issues.some(({ level }) => !mayDecide(level));
  const others = hasOthers ? (box.statements.countSpentApart.get({ pollId })?.used ?? 0) : 0;
  return {
    cast: (box.statements.countSpent.get({ pollId })?.used ?? 0) - others + passesUsed(box, pollId),
    issued: ofSheets.reduce((sum, issue) => sum + issue.count, roll ?? 0),
  };
}

/** How many passes have voted. */
export function passesUsed(box: BallotBox, pollId: string): number {
  return box.statements.countSpentPasses.get({ pollId })?.used ?? 0;
}

/** To how many people passes were issued, as the close sealed it; null before, and where nobody votes with one. */
export function passesSealed(box: BallotBox, pollId: string): number | null {
  return box.statements.findPassesIssued.get({ pollId })?.issued ?? null;
}

/** Every poll and where it stands. */
export function pollStates(box: BallotBox): ReadonlyMap<string, PollState> {
  return new Map(box.statements.listPolls.all().map((poll) => [poll.pollId, poll.state]));
}
