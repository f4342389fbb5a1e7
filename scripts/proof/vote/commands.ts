import fc from 'fast-check';
import { boardOf } from '#app/grant/pitch-day/ballot-box/board.server.ts';
import { type CastRequest, castBallot } from '#app/grant/pitch-day/ballot-box/cast-ballot.server.ts';
import { checkpoint } from '#app/grant/pitch-day/ballot-box/checkpoint.server.ts';
import { closePoll } from '#app/grant/pitch-day/ballot-box/close-poll.server.ts';
import { freezePoll } from '#app/grant/pitch-day/ballot-box/freeze-poll.server.ts';
import { voidTokens } from '#app/grant/pitch-day/ballot-box/issue-tokens.server.ts';
import { openBallotBox } from '#app/grant/pitch-day/ballot-box/open-ballot-box.server.ts';
import { openPoll } from '#app/grant/pitch-day/ballot-box/open-poll.server.ts';
import { certifyPoll, revealPoll } from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import { tokenLedger } from '#app/grant/pitch-day/ballot-box/token-ledger.server.ts';
import { ballotOf, draftPoll, mustBe, type TrialPoll } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import { makeToken } from '#app/grant/pitch-day/rules/token.ts';
import { tokenHash } from '#app/grant/pitch-day/rules/token-hash.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { ReferencePoll, type Sent } from './reference-poll.ts';

/** The real poll, what was sent to it, and the receipts it gave. */
export type RealPoll = {
  poll: TrialPoll;
  now: number;
  steps: number;
  readonly sent: { readonly request: CastRequest; readonly sent: Sent }[];
  readonly receipts: Map<string, string>;
};

type Command = fc.Command<ReferencePoll, RealPoll>;

export const SHEETS = 24;
const OPENS_AT = 1_000_000;
const CLOSES_AT = 9_000_000;

/** A draft and its model, before anything has happened. */
export function freshPoll(): { model: ReferencePoll; real: RealPoll } {
  const poll = draftPoll({ tokensPerLevel: SHEETS, draft: { opensAt: OPENS_AT, closesAt: CLOSES_AT } });
  return {
    model: new ReferencePoll(SHEETS, OPENS_AT, CLOSES_AT),
    real: { poll, now: OPENS_AT - 1, steps: 0, sent: [], receipts: new Map() },
  };
}

function same(what: string, real: unknown, model: unknown): void {
  const [found, expected] = [JSON.stringify(real), JSON.stringify(model)];
  if (found !== expected) throw new Error(`${what}: the poll says ${found}, the model ${expected}`);
}

const reasonOf = (outcome: Outcome<unknown, string>) => (outcome.ok ? null : outcome.reason);

/** Whatever is done can be done at any time: when it may not be, both must say so for the same reason. */
function step(name: string, run: (model: ReferencePoll, real: RealPoll) => void): Command {
  return {
    check: () => true,
    toString: () => name,
    run(model, real) {
      real.steps += 1;
      run(model, real);
      agree(model, real);
    },
  };
}

/** After each step the two tell the same of themselves, as far as anybody may know by then. */
function agree(model: ReferencePoll, { poll: { box, pollId } }: RealPoll): void {
  const used = model.used.size;
  const voided = model.lost.size;
  const [line] = mustBe(tokenLedger(box, pollId));
  same('the ledger', line, { level: 'A', issued: SHEETS, used, voided, unused: SHEETS - used - voided });
  if (model.state === 'draft') return;
  const board = mustBe(boardOf(box, pollId));
  same('the state', board.state, model.state);
  same('the checkpoints', [board.checkpoints.length, board.trackers.length], [model.checkpoints, model.sealed]);
  if (model.state !== 'revealed' && model.state !== 'certified') {
    same('the choices', board.revealed, null);
    return;
  }
  const leaves = board.revealed?.ballots.map((ballot) => ballot.leaf).sort();
  same('the ballots', leaves, [...model.ballots.keys()].sort());
  const approvals = board.revealed?.result.counted.approvals.map((option) => option.approvals);
  same('the count', approvals, model.approvals());
}

function send(model: ReferencePoll, real: RealPoll, request: CastRequest, sent: Sent): void {
  real.sent.push({ request, sent });
  const outcome = castBallot(real.poll.box, request, real.now);
  same('a cast', reasonOf(outcome), model.cast(sent, real.now));
  if (!outcome.ok) return;
  const receipt = JSON.stringify(outcome.value);
  same('a receipt', receipt, real.receipts.get(sent.leaf) ?? receipt);
  real.receipts.set(sent.leaf, receipt);
}

const sheets = fc.nat(SHEETS - 1);
const goodChoices = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 });
const badChoices = fc.constantFrom([], [1, 1], [5], [0], [2, 1], [1, 2, 3, 4]);

const casting = fc.tuple(sheets, goodChoices).map(([sheet, unsorted]) => {
  const choices = unsorted.toSorted();
  return step(`cast sheet ${sheet} for ${choices}`, (model, real) => {
    const request = ballotOf(real.poll, sheet, choices);
    send(model, real, request, { sheet, leaf: request.leaf, choices, isGood: true });
  });
});

const castingBadly = fc.tuple(sheets, badChoices).map(([sheet, choices]) =>
  step(`cast sheet ${sheet} for ${JSON.stringify(choices)}`, (model, real) => {
    const request = ballotOf(real.poll, sheet, choices);
    send(model, real, request, { sheet, leaf: request.leaf, choices, isGood: false });
  }),
);

const retrying = fc.nat().map((which) =>
  step(`send request ${which} again`, (model, real) => {
    const earlier = real.sent[which % Math.max(1, real.sent.length)];
    if (earlier !== undefined) send(model, real, earlier.request, earlier.sent);
  }),
);

const borrowing = fc.tuple(fc.nat(), sheets).map(([which, sheet]) =>
  step(`send request ${which} with sheet ${sheet}`, (model, real) => {
    const earlier = real.sent[which % Math.max(1, real.sent.length)];
    if (earlier === undefined) return;
    const token = real.poll.sheets.A[sheet] ?? '';
    send(model, real, { ...earlier.request, token }, { ...earlier.sent, sheet });
  }),
);

const inventing = fc.nat().map((which) =>
  step('cast with a code that nobody printed', (model, real) => {
    const request = { ...ballotOf(real.poll, which % SHEETS, [1]), token: makeToken(real.poll.random(13)) };
    send(model, real, request, { sheet: SHEETS, leaf: request.leaf, choices: [1], isGood: true });
  }),
);

const voiding = sheets.map((sheet) =>
  step(`declare sheet ${sheet} lost`, (model, { poll }) => {
    const token = poll.tokens.A[sheet] ?? '';
    const outcome = voidTokens(poll.box, poll.pollId, { hashes: [tokenHash(poll.pollId, token)] });
    same('a loss', reasonOf(outcome), model.void(sheet));
  }),
);

const restarting = fc.constant(
  step('start again with nothing in memory', (_, real) => {
    real.poll = { ...real.poll, box: openBallotBox(real.poll.box.connection) };
  }),
);

const waitingFor = (by: number) =>
  step(`wait ${by}`, (_, real) => {
    real.now += by;
  });
const passing = fc.constantFrom(1, 1_000, 59_999, 60_000, 500_000).map(waitingFor);

const plain = (name: string, run: (poll: TrialPoll, now: number) => Outcome<unknown, string>, expected: Expected) =>
  fc.constant(step(name, (model, { poll, now }) => same(name, reasonOf(run(poll, now)), expected(model, now))));
type Expected = (model: ReferencePoll, now: number) => string | null;

/** Everything that anybody does to a poll, casts most often. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  casting,
  casting,
  casting,
  casting,
  castingBadly,
  retrying,
  retrying,
  borrowing,
  inventing,
  voiding,
  restarting,
  passing,
  plain(
    'freeze',
    ({ box, pollId }) => freezePoll(box, pollId),
    (model) => model.freeze(),
  ),
  plain(
    'open',
    ({ box, pollId }, now) => openPoll(box, pollId, now),
    (model, now) => model.open(now),
  ),
  plain(
    'checkpoint',
    ({ box, pollId }, now) => checkpoint(box, pollId, now),
    (model) => model.checkpoint(),
  ),
  plain(
    'reveal',
    ({ box, pollId }, now) => revealPoll(box, pollId, now),
    (model, now) => model.reveal(now),
  ),
  plain(
    'certify',
    ({ box, pollId }) => certifyPoll(box, pollId),
    (model) => model.certify(),
  ),
];

/** How most polls begin. */
export const OPENING = fc.tuple(
  plain(
    'freeze',
    ({ box, pollId }) => freezePoll(box, pollId),
    (model) => model.freeze(),
  ),
  fc.constant(waitingFor(1)),
  plain(
    'open',
    ({ box, pollId }, now) => openPoll(box, pollId, now),
    (model, now) => model.open(now),
  ),
);

/** Not among the others: a poll that is closed at random moments seldom sees its second checkpoint. */
export const CLOSING: fc.Arbitrary<Command> = plain(
  'close',
  ({ box, pollId }, now) => closePoll(box, pollId, now),
  (model, now) => model.close(now),
);
