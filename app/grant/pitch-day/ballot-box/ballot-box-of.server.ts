import type { Context } from '#app/platform/context.server.ts';
import { type GroupCommit, groupCommit } from './group-commit.server.ts';
import { type BallotBox, openBallotBox } from './open-ballot-box.server.ts';

type Votes = Pick<Context, 'votes'>;

const boxes = new WeakMap<Context['votes'], BallotBox>();
const groups = new WeakMap<BallotBox, GroupCommit>();

/** The world's ballot box: made once per connection, because its statements are prepared on it. */
export function ballotBoxOf({ votes }: Votes): BallotBox {
  const known = boxes.get(votes);
  if (known !== undefined) return known;
  const box = openBallotBox(votes);
  boxes.set(votes, box);
  return box;
}

/** The one queue of a ballot box: two would not share their commits. */
export function groupCommitOf(box: BallotBox): GroupCommit {
  const known = groups.get(box);
  if (known !== undefined) return known;
  const group = groupCommit(box);
  groups.set(box, group);
  return group;
}
