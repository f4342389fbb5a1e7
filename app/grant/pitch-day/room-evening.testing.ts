import type { CallDraft } from '../call/rules/draft.ts';
import { castAll, type PitchEvening, reveal, withOpenVote } from './pitch-evening.testing.ts';
import { deskOf } from './queries/desk.server.ts';

/** Amina asks for 3,000, Bilal for 2,000, Chen for 2,500, Dara for 1,000; the panel puts them in this order. */
const ROOM = {
  roomPotMinor: 350_000,
  potMinor: 900_000,
  panelWeightPercent: 100,
  publicWeightPercent: 0,
  awardsPlanned: 3,
};

/** Votes by name of the group, as somebody in the hall would write them down. */
export type Votes = readonly [count: number, ...names: string[]];

/** A revealed vote of a room that shares out 3,500. */
export function roomEvening(...votes: readonly Votes[]): Promise<PitchEvening> {
  return roomEveningOf({}, ...votes);
}

/** The same with a call that says something else. */
export async function roomEveningOf(changes: Partial<CallDraft>, ...votes: readonly Votes[]): Promise<PitchEvening> {
  const hall = withOpenVote({ ...ROOM, ...changes });
  const paper = (deskOf(hall.world.as(hall.round.staff.Grace), hall.callId)?.pitches ?? []).map(
    ({ groupName }) => groupName.split(/[ ’']/)[0],
  );
  const ballots = votes.flatMap(([count, ...names]) =>
    Array.from({ length: count }, () => names.map((name) => paper.indexOf(name) + 1).toSorted()),
  );
  await castAll(hall, ballots);
  reveal(hall);
  return hall;
}
