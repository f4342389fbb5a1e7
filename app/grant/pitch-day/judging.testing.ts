import { declareConflicts } from '#app/grant/assessment/commands/declare-conflicts.server.ts';
import type { MemberKind } from '#app/grant/assessment/rules/composition.ts';
import { insertMember } from '#app/grant/assessment/store/panel.server.ts';
import type { CallDraft } from '#app/grant/call/rules/draft.ts';
import type { Id } from '#app/kernel/id.ts';
import { HOUR } from '#app/kernel/instant.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { openJudging } from './commands/conduct-judging.server.ts';
import { saveJudgeScores } from './commands/save-judge-scores.server.ts';
import { freezeVote } from './commands/settle-vote.server.ts';
import { type PitchEvening, withSheets } from './pitch-evening.testing.ts';
import { pitchesOf } from './store.server.ts';

export type JudgedEvening = PitchEvening & {
  /** Bo, a participant; Esme, an expert, and Omar, of the funder. */
  readonly judges: Readonly<Record<'Bo' | 'Esme' | 'Omar', Id>>;
  /** Applications in running order. */
  readonly order: readonly Id[];
  /** What a judge gives a pitch by its place in the running order: the same on every criterion. */
  give(who: Id, place: number, score: number | null, seen?: number): ReturnType<typeof saveJudgeScores>;
};

/** The vote is frozen and judging is open; nobody is on stage. Omar is tied, softly, to the group that pitches first. */
export function judgedEvening(changes: Partial<CallDraft> = {}, { isOpen = true } = {}): JudgedEvening {
  const evening = withSheets({ judgesMin: 2, ...changes });
  const { world, round, callId, eventId } = evening;
  const order = pitchesOf(world.db, eventId).map(({ applicationId }) => applicationId);
  const seat = (name: string, kind: MemberKind, tied: readonly Id[] = []) => {
    const personId = world.person(name);
    const invited = { invitedBy: round.staff.Grace, invitedAt: world.now() };
    const id = world.as(null).newId();
    insertMember(world.db, { id, callId, personId, kind, state: 'accepted', answeredAt: world.now(), ...invited });
    const named = tied.map((applicationId) => ({ applicationId, reason: 'I taught them.', level: 'soft' as const }));
    mustBe(declareConflicts(world.as(personId), callId, named));
    return personId;
  };
  const judges = {
    Bo: round.assessorId,
    Esme: seat('Esme', 'expert'),
    Omar: seat('Omar', 'funder', [order[0] ?? '']),
  };
  mustBe(freezeVote(world.as(round.staff.Grace), callId));
  world.pass(24 * HOUR);
  if (isOpen) mustBe(openJudging(world.as(round.staff.Grace), eventId));
  const give = (who: Id, place: number, score: number | null, seen?: number) => {
    const scores = Object.fromEntries(round.call.criteria.map(({ id }) => [id, score]));
    return saveJudgeScores(world.as(who), callId, order[place - 1] ?? '', scores, seen);
  };
  return { ...evening, judges, order, give };
}

/** Every pitch goes over the stage; Bo and Esme give each the score of its place in `given`, Omar where he may. */
export function judgeAll(evening: JudgedEvening, given: readonly number[]): void {
  for (const [index, score] of given.entries()) {
    mustBe(evening.press('next'));
    for (const who of [evening.judges.Bo, evening.judges.Esme]) mustBe(evening.give(who, index + 1, score));
  }
}
