import type { Id } from '#app/kernel/id.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { attendMeeting } from './commands/attend-meeting.server.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { conductMeeting } from './commands/conduct-meeting.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { openMeeting } from './commands/open-meeting.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { meetingsOf } from './queries/meetings-of.server.ts';
import type { AgendaPress } from './rules/meeting-agenda.ts';
import { findMember } from './store/panel.server.ts';
import { entries, must, scoringPanel, type TrialPanel } from './trial-panel.testing.ts';

export const everybody = ['Bo', 'Nadia', 'Helen'];

/** Everybody's score of each application: they agree about Yusuf's, and about Amina's least. Nadia leads Hana's group. */
const SCORES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Bo: { Amina: 5, Yusuf: 3, Hana: 3 },
  Nadia: { Amina: 1, Yusuf: 3 },
  Helen: { Amina: 3, Yusuf: 3, Hana: 4 },
};

export type Room = TrialPanel & {
  readonly world: TestWorld;
  readonly id: (name: string) => Id;
  readonly member: (name: string) => Id;
  readonly press: (press: AgendaPress) => ReturnType<typeof conductMeeting>;
};

/** The panel has scored and sits in one room; nothing is on the table. */
export function inTheRoom(...here: readonly string[]): Room {
  const world = testWorld();
  const known = scoringPanel(world);
  const { call, grace, applications, members } = known;
  const id = (name: string) => applications[name] ?? members[name] ?? '';
  must(
    declareConflicts(world.as(id('Nadia')), call.id, [{ applicationId: id('Hana'), reason: 'She is my neighbour.' }]),
  );
  for (const [name, scores] of Object.entries(SCORES)) {
    for (const [applicant, score] of Object.entries(scores)) {
      must(submitScores(world.as(id(name)), id(applicant), entries(call, score)));
    }
  }
  must(closeScoring(world.as(grace), call.id));
  must(openMeeting(world.as(grace), call.id));
  for (const name of here) must(attendMeeting(world.as(id(name)), call.id, 'here'));
  const onTable = () =>
    meetingsOf(world.as(null), call.id)
      .at(-1)
      ?.items.find(({ state }) => state === 'now')?.applicationId ?? null;
  return {
    ...known,
    world,
    id,
    member: (name) => findMember(world.db, call.id, id(name))?.id ?? '',
    press: (press) => conductMeeting(world.as(grace), call.id, press, onTable()),
  };
}
