import { sha256Hex } from '#app/kernel/digest.ts';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { HOUR, MINUTE } from '#app/kernel/instant.ts';
import { wordsOf } from '#app/platform/messages.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { blind, unblind } from '#app/ui/scripts/blinding.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import type { CallDraft } from '../call/rules/draft.ts';
import { ballotBoxOf } from './ballot-box/ballot-box-of.server.ts';
import { termsOf } from './ballot-box/poll-terms.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { conductStage } from './commands/conduct-stage.server.ts';
import { fixBallotPaper, type Stocks } from './commands/fix-ballot-paper.server.ts';
import { issuePass } from './commands/issue-pass.server.ts';
import { makeSheets } from './commands/make-sheets.server.ts';
import { planEvent } from './commands/plan-event.server.ts';
import { freezeVote } from './commands/settle-vote.server.ts';
import { addToRoll, chooseRemoteVote, type RemoteChoice } from './commands/write-roll.server.ts';
import { beforePlanning, PLAN } from './pitch-evening.testing.ts';
import { deskOf } from './queries/desk.server.ts';
import { passPage } from './queries/pass-page.server.ts';
import { writeBallotBody } from './rules/ballot-body.ts';
import { leafOf } from './rules/leaf.ts';
import { ISSUING_KEY_BYTES } from './rules/pass.ts';
import { readRoll } from './rules/roll-rows.ts';
import type { Press } from './rules/stage.ts';
import { makeToken, showToken } from './rules/token.ts';
import { tokenHash } from './rules/token-hash.ts';

export const addressOf = (place: number) => `voter${place}@people.example`;

/** A planned evening whose roll has twelve people on it; Grace runs it. */
export function withRoll(choice: RemoteChoice = 'pass', people = 12, changes: Partial<CallDraft> = {}) {
  const { world, round, callId } = beforePlanning(changes);
  const grace = () => world.as(round.staff.Grace);
  const { eventId } = mustBe(planEvent(grace(), callId, { ...PLAN, startsAt: world.now() + 24 * HOUR }));
  mustBe(chooseRemoteVote(grace(), callId, choice));
  const pasted = Array.from({ length: people }, (_, place) => addressOf(place)).join('\n');
  if (people > 0) mustBe(addToRoll(grace(), callId, readRoll(pasted).rows));
  const press = (button: Press) => {
    world.pass(MINUTE);
    return mustBe(conductStage(grace(), eventId, button, deskOf(grace(), callId)?.event?.version ?? 0));
  };
  return { world, round, callId, eventId, grace, press };
}

/** The paper is fixed, sheets are printed, the vote is frozen, and the letters are written. */
export async function frozen(
  choice: RemoteChoice = 'pass',
  people = 12,
  changes: Partial<CallDraft> = {},
  stocks: Stocks = {},
) {
  const evening = withRoll(choice, people, changes);
  const { world, callId, grace } = evening;
  const { pollId } = mustBe(fixBallotPaper(grace(), callId, [], stocks));
  const { tokens } = mustBe(makeSheets(grace(), callId, 12));
  mustBe(freezeVote(grace(), callId));
  // As many at a time as the portal writes, until nothing is due.
  while ((await keepPromises(() => world.as(null), keepers)).kept > 0);
  return { ...evening, pollId, sheets: tokens, codes: codesIn(world) };
}

/** What stands in the letters, by address. */
export function codesIn(world: ReturnType<typeof withRoll>['world']): Map<string, string> {
  const letters = world.db.select().from(message).all();
  return new Map(
    letters.flatMap((letter) => {
      const code = /#([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})/.exec(wordsOf(world, letter).html)?.[1];
      return code === undefined ? [] : [[letter.recipient, code] as const];
    }),
  );
}

export type Frozen = Awaited<ReturnType<typeof frozen>>;

/** What a device makes and asks for. */
export async function asking({ world, pollId }: Frozen, seed: number) {
  const { issuingKey = '' } = passPage(world.as(null), pollId) ?? {};
  const modulus = fromHex(issuingKey, ISSUING_KEY_BYTES) ?? new Uint8Array();
  const token = makeToken(new Uint8Array(13).fill(seed));
  const hash = tokenHash(pollId, token);
  const made = await blind(modulus, hash);
  const finish = async (signature: string) =>
    toHex(
      (await unblind(modulus, hash, fromHex(signature, ISSUING_KEY_BYTES) ?? made.blinded, made.unblinding)) ??
        made.blinded,
    );
  return { token, blinded: toHex(made.blinded), finish };
}

export async function passFor(evening: Frozen, address: string, seed: number) {
  const { world, pollId, codes } = evening;
  const { token, blinded, finish } = await asking(evening, seed);
  const issued = mustBe(issuePass(world.as(null), { pollId, code: codes.get(address) ?? '', blinded }));
  return { token: showToken(token), signature: await finish(issued.signature), blinded };
}

export function ballot(
  { world, pollId }: Frozen,
  pass: { token: string; signature?: string },
  seed: number,
  level: 'A' | 'B' | 'B-',
) {
  const { ballotRules, manifestHash } = termsOf(ballotBoxOf(world), pollId) ?? {
    ballotRules: null,
    manifestHash: null,
  };
  if (ballotRules === null || manifestHash === null) throw new Error('the poll is there');
  const body = writeBallotBody({ version: 1, pollId, manifestHash: ballotRules.manifestHash, level, choices: [1, 2] });
  // Spread like a device's own: sixteen equal bytes could stand anywhere.
  const r = fromHex(sha256Hex(`r ${seed}`).slice(0, 32), 16) ?? new Uint8Array(16);
  const leaf = toHex(leafOf(pollId, manifestHash, r, body));
  return { pollId, token: pass.token, signature: pass.signature, leaf, r: toHex(r), body };
}
