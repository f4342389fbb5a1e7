import { fromHex, toHex } from '#app/kernel/hex.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { tieSeed } from '#app/kernel/lots.ts';
import { type Currency, type Minor, sumMinor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { panelMakeups } from '../../assessment/queries/panel-makeup.server.ts';
import type { Composition } from '../../assessment/rules/composition.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { turnoutOf } from '../ballot-box/turnout.server.ts';
import type { BallotBody } from '../rules/ballot-body.ts';
import type { PaperCount } from '../rules/board.ts';
import { hasMinimumSupport } from '../rules/combined-score.ts';
import { type Level, STOCK_LEVELS, type StockLevel } from '../rules/level.ts';
import { isRankedRule, type Manifest } from '../rules/manifest.ts';
import type { PollState } from '../rules/poll-state.ts';
import { orderShown } from '../rules/tally.ts';
import { readTracker } from '../rules/tracker.ts';
import { findEventOfPoll } from '../store.server.ts';
import { codesHanded } from './codes-handed.server.ts';
import { publishedBoard } from './published-board.server.ts';
import { sealWords } from './seal.server.ts';
import { type ShownApart, type ShownCodes, shownApart, shownCodes } from './shown-apart.server.ts';
import { type ShownJudges, shownJudges } from './shown-judges.server.ts';
import { knownSeats, type ShownSeats } from './shown-seats.server.ts';
import { type ShownShares, shownShares } from './shown-shares.server.ts';

/** The board as people read it. */
export type BoardPage = {
  readonly pollId: Id;
  readonly title: string;
  readonly timeZone: string;
  readonly state: PollState;
  readonly manifestHash: string;
  readonly signingKey: string;
  /** Who chose what was voted on. */
  readonly panel: Composition | null;
  /** What judges gave on the day; null where the call has none, and until it is public. */
  readonly judged: ShownJudges | null;
  readonly currency: Currency;
  readonly options: readonly { readonly number: number; readonly title: string; readonly costMinor: Minor }[];
  readonly maxChoices: number;
  readonly seats: number | null;
  /** Whether ballots put options in order. */
  readonly isRanked: boolean;
  /** What the room shares out; null where it does not. */
  readonly roomPotMinor: Minor | null;
  readonly tie: Manifest['tie'];
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly issued: { readonly count: number; readonly root: string };
  /** Ballots that can be at most: sheets, and people on the roll. */
  readonly voters: number;
  readonly levels: readonly Level[];
  /** Null where nobody votes from a roll. */
  readonly roll: {
    readonly size: number;
    /** Null before the close. */
    readonly passesIssued: number | null;
    readonly issuingKey: string;
  } | null;
  /** How many codes anybody could have, by level. */
  readonly stocks: readonly { readonly level: StockLevel; readonly count: number; readonly root: string }[];
  readonly cast: number;
  readonly checkpoints: readonly {
    readonly seq: number;
    readonly size: number;
    readonly at: Instant;
    readonly root: string;
  }[];
  /** Of the final root; null before the close. */
  readonly seal: readonly string[] | null;
  readonly trackers: readonly string[];
  readonly sought: SoughtTracker | null;
  /** Null before the reveal. */
  readonly result: {
    readonly ballots: number;
    /** The ballots that decide, by level. */
    readonly byLevel: readonly { readonly level: Level; readonly ballots: number }[];
    readonly isTieOpen: boolean;
    readonly minimumSupportPercent: number;
    readonly options: readonly {
      readonly id: Id;
      readonly title: string;
      readonly approvals: number;
      readonly wins: boolean;
      readonly hasSupport: boolean;
    }[];
    /** Beside the result: levels that decide nothing. */
    readonly apart: readonly (ShownApart & { readonly codes: ShownCodes & { readonly handed: number } })[];
    /** Null where the room shared out nothing, and while a tie is open. */
    readonly shares: ReturnType<typeof sharesOnBoard>;
    /** Null where nothing was put in order, and while a tie is open. */
    readonly elected: ShownSeats | null;
    readonly paper: PaperCount | null;
    readonly randomness: string | null;
    /** Hexadecimal; null while there is no randomness. */
    readonly lotSeed: string | null;
  } | null;
};

/** What a voter who looks for her tracker learns; `chosen` is null before the reveal. */
export type SoughtTracker = {
  readonly tracker: string;
  readonly isThere: boolean;
  readonly chosen: readonly string[] | null;
};

/** Null before the freeze. No actor is checked: it is public. */
export function boardPage(context: Pick<Context, 'db' | 'votes'>, pollId: Id, typed: string | null): BoardPage | null {
  const board = publishedBoard(context, pollId);
  const event = findEventOfPoll(context.db, pollId);
  if (board === null || event === null) return null;
  const { manifest, revealed } = board;
  const call = callById(context, event.callId);
  const [issue] = board.issued;
  const final = board.checkpoints.find((checkpoint) => checkpoint.final);
  const titles = new Map(manifest.options.map((option) => [option.id, option.title]));
  const counted = revealed?.result.counted;
  const turnout = turnoutOf(ballotBoxOf(context), pollId);
  const approvals = new Map(counted?.approvals.map((option) => [option.id, option.approvals]));
  const minimumSupportPercent = call?.minimumSupportPercent ?? 0;
  const hasSupport = (id: Id) =>
    hasMinimumSupport(approvals.get(id) ?? 0, counted?.ballots ?? 0, minimumSupportPercent);
  return {
    pollId,
    title: manifest.title,
    timeZone: call?.timeZone ?? 'UTC',
    panel: call === null ? null : (panelMakeups(context, [call]).get(call.id) ?? null),
    judged: call === null ? null : shownJudges(context, call.id, manifest.options),
    state: board.state,
    manifestHash: board.manifestHash,
    signingKey: manifest.signingKey,
    currency: manifest.currency,
    options: manifest.options.map(({ title, costMinor }, index) => ({ number: index + 1, title, costMinor })),
    maxChoices: manifest.maxChoices,
    seats: manifest.seats,
    isRanked: isRankedRule(manifest.rule),
    roomPotMinor: manifest.rule === 'mes_cost_add1' ? manifest.budgetMinor : null,
    tie: manifest.tie,
    opensAt: manifest.opensAt,
    closesAt: manifest.closesAt,
    issued: { count: issue?.count ?? 0, root: issue?.root ?? '' },
    cast: turnout.cast,
    voters: turnout.issued,
    levels: manifest.levels,
    stocks: STOCK_LEVELS.flatMap((level) =>
      board.issued.flatMap((each) => (each.level === level ? [{ level, count: each.count, root: each.root }] : [])),
    ),
    roll:
      board.roll === undefined
        ? null
        : {
            size: board.roll.size,
            passesIssued: board.roll.passes?.issued ?? null,
            issuingKey: manifest.issuingKey ?? '',
          },
    checkpoints: board.checkpoints.map(({ seq, size, at, root }) => ({ seq, size, at, root })),
    seal: final === undefined ? null : sealWords(final.root),
    trackers: board.trackers,
    sought: typed === null || typed.trim() === '' ? null : seek(board.trackers, revealed?.ballots, manifest, typed),
    result:
      revealed === null || counted === undefined
        ? null
        : {
            ballots: counted.ballots,
            byLevel: ballotsByLevel(manifest, revealed.ballots),
            isTieOpen: counted.winners === null,
            minimumSupportPercent,
            options: orderShown(manifest.rule, counted).map((id) => ({
              id,
              title: titles.get(id) ?? '',
              approvals: approvals.get(id) ?? 0,
              wins: counted.winners?.includes(id) ?? false,
              hasSupport: hasSupport(id),
            })),
            apart: shownApart(revealed.result, (id) => titles.get(id) ?? '').map((each) => ({
              ...each,
              codes: { ...shownCodes(revealed, each.level), handed: codesHanded(context, event, each.level) ?? 0 },
            })),
            shares: sharesOnBoard(shownShares(ballotBoxOf(context), pollId), titles, hasSupport),
            elected: knownSeats(ballotBoxOf(context), pollId)?.shown ?? null,
            paper: revealed.paper,
            randomness: revealed.randomness,
            lotSeed: final === undefined ? null : lotSeed(pollId, final.root, revealed.randomness),
          },
  };
}

function ballotsByLevel(manifest: Manifest, ballots: readonly { readonly body: string }[]) {
  const levels = ballots.map(({ body }) => (JSON.parse(body) as BallotBody).level);
  return manifest.countedLevels.map((level) => ({ level, ballots: levels.filter((one) => one === level).length }));
}

/** The groups whose voters had the money, by the titles on the ballot paper; what is not paid after all is left. */
function sharesOnBoard(
  shares: ShownShares | null,
  titles: ReadonlyMap<string, string>,
  hasSupport: (id: Id) => boolean,
) {
  if (shares === null) return null;
  const winners = shares.winners.map((one) => ({
    ...one,
    title: titles.get(one.id) ?? '',
    hasSupport: hasSupport(one.id),
  }));
  const unpaid = winners.filter((one) => !one.hasSupport).map(({ costMinor }) => costMinor);
  return { ...shares, winners, leftMinor: sumMinor([shares.leftMinor, ...unpaid]) };
}

function lotSeed(pollId: Id, finalRoot: string, randomness: string | null): string | null {
  const root = fromHex(finalRoot, 32);
  return root === null || randomness === null ? null : toHex(tieSeed(pollId, root, randomness));
}

/** Trackers and revealed ballots are in the same order: the tree's. */
function seek(
  trackers: readonly string[],
  ballots: readonly { readonly body: string }[] | undefined,
  manifest: Manifest,
  typed: string,
): SoughtTracker {
  const tracker = readTracker(typed);
  const place = trackers.indexOf(tracker);
  const body = ballots?.[place]?.body;
  const choices = body === undefined ? null : (JSON.parse(body) as BallotBody).choices;
  return {
    tracker,
    isThere: place >= 0,
    chosen: choices?.flatMap((choice) => manifest.options[choice - 1]?.title ?? []) ?? null,
  };
}
