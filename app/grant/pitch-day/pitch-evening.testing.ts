import { fromHex, toHex } from '#app/kernel/hex.ts';
import type { Id } from '#app/kernel/id.ts';
import { HOUR, MINUTE } from '#app/kernel/instant.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { type BeforeSending, shortlistedCall, type TrialGroup, type TrialRound } from '#test/world/trial-award.ts';
import type { CallDraft } from '../call/rules/draft.ts';
import { ballotBoxOf } from './ballot-box/ballot-box-of.server.ts';
import { termsOf } from './ballot-box/poll-terms.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { castVote } from './commands/cast-vote.server.ts';
import { conductStage } from './commands/conduct-stage.server.ts';
import { fixBallotPaper, type Stocks } from './commands/fix-ballot-paper.server.ts';
import { makeSheets } from './commands/make-sheets.server.ts';
import { type EventPlan, planEvent } from './commands/plan-event.server.ts';
import { freezeVote } from './commands/settle-vote.server.ts';
import { typeTieThrow } from './commands/type-tie-throw.server.ts';
import { deskOf } from './queries/desk.server.ts';
import { writeBallotBody } from './rules/ballot-body.ts';
import { leafOf } from './rules/leaf.ts';
import { SHEETS_MAX } from './rules/plan.ts';
import type { Press } from './rules/stage.ts';

const GROUPS: readonly TrialGroup[] = [
  { name: 'Amina', askedMinor: 300_000, score: 5 },
  { name: 'Bilal', askedMinor: 200_000, score: 4 },
  { name: 'Chen', askedMinor: 250_000, score: 4 },
  { name: 'Dara', askedMinor: 100_000, score: 3 },
];

export const PLAN: Omit<EventPlan, 'startsAt'> = {
  title: 'Pitch evening',
  place: 'The Weavers’ Hall',
  address: '14 Ribbon Lane, Coventry',
  accessNotes: 'No steps.',
  pitchSeconds: 180,
  tieSource: 'Three dice thrown on stage',
};

/** A shortlisted call with a pitch evening one day from now, run by Grace. */
export type PitchEvening = {
  readonly world: TestWorld;
  readonly round: TrialRound;
  readonly callId: Id;
  readonly eventId: Id;
  /** As printed on the sheets. */
  readonly sheets: readonly string[];
  press(press: Press): ReturnType<typeof conductStage>;
};

/** Everything up to the shortlist; nothing of the day is planned yet. */
export function beforePlanning(
  changes: Partial<CallDraft> = {},
  { world = testWorld(), beforeSending }: { world?: TestWorld; beforeSending?: BeforeSending } = {},
): { world: TestWorld; round: TrialRound; callId: Id } {
  const terms = { hasPitchDay: true, panelWeightPercent: 60, publicWeightPercent: 40, choicesMax: 3, ...changes };
  const round = shortlistedCall(world, GROUPS, terms, beforeSending);
  return { world, round, callId: round.call.id };
}

/** The ballot paper is fixed and the sheets are printed. */
export function withSheets(changes: Partial<CallDraft> = {}, sheets = 12, stocks: Stocks = {}): PitchEvening {
  const { world, round, callId } = beforePlanning(changes);
  const grace = () => world.as(round.staff.Grace);
  const { eventId } = mustBe(planEvent(grace(), callId, { ...PLAN, startsAt: world.now() + 24 * HOUR }));
  mustBe(fixBallotPaper(grace(), callId, [], stocks));
  const tokens: string[] = [];
  while (tokens.length < sheets) {
    const batch = Math.min(SHEETS_MAX, sheets - tokens.length);
    tokens.push(...mustBe(makeSheets(grace(), callId, batch)).tokens);
  }
  const press = (button: Press) => {
    const version = deskOf(grace(), callId)?.event?.version ?? 0;
    return conductStage(grace(), eventId, button, version);
  };
  return { world, round, callId, eventId, sheets: tokens, press };
}

/** The vote is open. */
export function withOpenVote(changes: Partial<CallDraft> = {}, sheets = 12, stocks: Stocks = {}): PitchEvening {
  const evening = withSheets(changes, sheets, stocks);
  mustBe(freezeVote(evening.world.as(evening.round.staff.Grace), evening.callId));
  evening.world.pass(24 * HOUR);
  mustBe(evening.press('open-vote'));
  return evening;
}

/** What the phone with this sheet sends; choices by position in the running order. */
export function phoneBallot(
  evening: Pick<PitchEvening, 'world' | 'round' | 'callId' | 'sheets'>,
  sheet: number,
  choices: readonly number[],
) {
  const pollId = pollIdOf(evening);
  const manifestHash = termsOf(ballotBoxOf(evening.world), pollId)?.ballotRules.manifestHash ?? '';
  const body = writeBallotBody({ version: 1, pollId, manifestHash, level: 'A', choices });
  const r = new Uint8Array(16).fill(sheet + 1);
  r[0] = (sheet + 1) ^ (sheet >> 8);
  const leaf = toHex(leafOf(pollId, fromHex(manifestHash, 32) ?? r, r, body));
  return { pollId, token: evening.sheets[sheet] ?? '', leaf, r: toHex(r), body };
}

/** Sheet n casts the n-th ballot. */
export async function castAll(evening: PitchEvening, ballots: readonly (readonly number[])[]): Promise<void> {
  for (const [sheet, choices] of ballots.entries()) {
    mustBe(await castVote(evening.world.as(null), phoneBallot(evening, sheet, choices)));
  }
}

/** Closes, waits and reveals. */
export function reveal(evening: PitchEvening): void {
  mustBe(evening.press('close-vote'));
  evening.world.pass(MINUTE);
  mustBe(evening.press('reveal'));
}

export function pollIdOf(evening: Pick<PitchEvening, 'world' | 'round' | 'callId'>): Id {
  return deskOf(evening.world.as(evening.round.staff.Grace), evening.callId)?.event?.pollId ?? '';
}

/** Grace and Farah read the dice after the close, each for herself. */
export function throwDice(
  { world, round, callId }: Pick<PitchEvening, 'world' | 'round' | 'callId'>,
  fell = '4 1 6',
): void {
  mustBe(typeTieThrow(world.as(round.staff.Grace), callId, fell));
  mustBe(typeTieThrow(world.as(round.staff.Farah), callId, fell));
}
