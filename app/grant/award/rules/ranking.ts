import { combineScores } from '#app/grant/pitch-day/rules/combined-score.ts';
import { compare, type Fraction, fraction, ZERO } from '#app/kernel/fraction.ts';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { bySeed, bySmallerId, type TieBreak, tieSeed } from '#app/kernel/lots.ts';
import type { Minor } from '#app/kernel/money.ts';
import { taggedHash } from '#app/kernel/tagged-hash.ts';

/** The published rule as it is applied. Together with the figures it gives anybody the same order. */
export type Formula = {
  /** A lot of version 1 was drawn from the root alone, without anything thrown. */
  readonly version: 1 | 2;
  readonly panelPercent: number;
  readonly publicPercent: number;
  readonly minimumSupportPercent: number;
  readonly panelScale: { readonly min: number; readonly max: number };
  readonly tieRule: 'lot' | 'panel-score';
  /** Hexadecimal; orders what is exactly equal. Null while nothing was thrown: then nothing may be equal. */
  readonly lotSeed: string | null;
  readonly ballots: number;
  /** Null where the call has no pitch day. */
  readonly poll: {
    readonly id: Id;
    readonly finalRoot: string;
    /** What was thrown or drawn in public after the close; not there in version 1. */
    readonly randomness?: string | null;
  } | null;
  readonly potMinor: Minor;
  readonly awardsPlanned: number;
  /** Who scored on the day, whose scores are the panel's part; not there where the sheets before the day are. */
  readonly judged?: { readonly judges: number; readonly participants: number; readonly judgesMin: number };
  /** How many judges each pitch should have had: too few could score, so the sheets before the day count. */
  readonly insteadOfJudges?: number;
  /** What the room shared out, and among whom, in the order of winning; not there where it shared out nothing. */
  readonly room?: { readonly potMinor: Minor; readonly winners: readonly Id[] };
  /** Voters put groups in order: the public's points are by what each earned of the votes that elect. */
  readonly choicesRanked?: true;
};

/** The parts of a call that decide. */
export type CallTerms = {
  readonly id: Id;
  readonly hasPitchDay: boolean;
  readonly panelWeightPercent: number;
  readonly publicWeightPercent: number;
  readonly minimumSupportPercent: number;
  readonly tieRule: 'lot' | 'panel-score';
  readonly potMinor: Minor;
  readonly awardsPlanned: number;
};

export type PublicVote = {
  readonly pollId: Id;
  readonly ballots: number;
  readonly approvals: Readonly<Record<Id, number>>;
  /** Hexadecimal. */
  readonly finalRoot: string;
  /** Null while nothing was thrown. */
  readonly randomness: string | null;
  /** Null where the room shares out nothing; its winners are null while a tie waits for its throw. */
  readonly room?: { readonly potMinor: Minor; readonly winners: readonly Id[] | null } | null;
  /** Where voters put groups in order; null while a tie waits for its throw. */
  readonly earned?: Readonly<Record<Id, Fraction>> | null;
};

export type Contender = {
  readonly applicationId: Id;
  readonly reference: string;
  readonly askedMinor: Minor;
  /** Thousandths of a score from 1 to 5; null when nobody on the panel could judge it. */
  readonly meanMilli: number | null;
  /** Exact, as `numerator/denominator`, where judges scored on the day; `meanMilli` is then only to be read. */
  readonly mean?: string;
  /** How many judges' scores are in it, where judges scored on the day. */
  readonly judges?: number;
  /** As `numerator/denominator`, from 0 to 1: of the votes that elect, where voters put groups in order. */
  readonly earned?: string;
};

export type RankedApplication = Contender & {
  /** 1 is best; everybody has a place of her own. */
  readonly position: number;
  readonly approvals: number;
  /** Points out of 100 with two decimals, to be read. */
  readonly panelPoints: string;
  readonly publicPoints: string;
  readonly points: string;
  readonly hasSupport: boolean;
  readonly tiedWith: readonly Id[];
  /** Paid from the part of the pot that the room shared out, before any points. */
  readonly byRoom?: boolean;
};

const SCALE = { min: 1, max: 5 };
const MILLI = 1_000;

/**
 * The published rule with the seed of its lot. A call without a pitch day is decided by the panel alone.
 *
 * The lot is drawn from what nobody could know or choose while it still mattered: the throw that broke the ties of the
 * room, over the root of all ballots, with the very same seed; or, without ballots, the figures of the whole panel.
 *
 * @param vote  null for a call without a pitch day
 */
export function formulaOf(call: CallTerms, contenders: readonly Contender[], vote: PublicVote | null): Formula {
  invariant(call.hasPitchDay === (vote !== null), 'a call with a pitch day is decided after its vote');
  const seed = vote === null ? seedOfFigures(call.id, contenders) : seedOfVote(vote);
  return {
    version: 2,
    panelPercent: vote === null ? 100 : call.panelWeightPercent,
    publicPercent: vote === null ? 0 : call.publicWeightPercent,
    minimumSupportPercent: vote === null ? 0 : call.minimumSupportPercent,
    panelScale: SCALE,
    tieRule: call.tieRule,
    lotSeed: seed && toHex(seed),
    ballots: vote?.ballots ?? 0,
    poll: vote === null ? null : { id: vote.pollId, finalRoot: vote.finalRoot, randomness: vote.randomness },
    potMinor: call.potMinor,
    awardsPlanned: call.awardsPlanned,
    ...(vote?.earned ? { choicesRanked: true } : {}),
    ...(vote?.room?.winners ? { room: { potMinor: vote.room.potMinor, winners: vote.room.winners } } : {}),
  };
}

/** Of the last voters one might choose a ballot for its root: without the throw there is no seed. */
function seedOfVote({ pollId, finalRoot, randomness }: PublicVote): Uint8Array | null {
  const root = fromHex(finalRoot, 32);
  invariant(root !== null, 'the root of a vote is 32 bytes in hexadecimal');
  return randomness === null ? null : tieSeed(pollId, root, randomness);
}

function seedOfFigures(callId: Id, contenders: readonly Contender[]): Uint8Array {
  const figures = contenders
    .map((contender) => `${contender.applicationId} ${contender.meanMilli ?? '-'}`)
    .toSorted()
    .join('\n');
  return taggedHash('award-lot/v1', callId, new Uint8Array(), figures);
}

/**
 * Ranks the shortlisted applications by the formula, best first: whom the room paid for from its part of the pot, in the
 * order of winning, then the others by points. Without the minimum support there is no place among the first.
 *
 * An application that nobody on the panel could judge gets no panel points: there is nothing to add up.
 */
export function rankContenders(
  formula: Formula,
  contenders: readonly Contender[],
  approvals: Readonly<Record<Id, number>>,
): RankedApplication[] {
  const byId = new Map(contenders.map((contender) => [contender.applicationId, contender]));
  const entries = contenders.map((contender) => ({
    id: contender.applicationId,
    panelMean: meanOf(contender) ?? fraction(SCALE.min),
    approvals: approvals[contender.applicationId] ?? 0,
    ...(contender.earned === undefined ? {} : { earned: readExact(contender.earned) }),
  }));
  const byPoints = combineScores(formula, entries, formula.ballots, tieBreakOf(formula, byId));
  const paidByRoom = (formula.room?.winners ?? []).filter((id) =>
    byPoints.some((one) => one.id === id && one.hasSupport),
  );
  const placeInRoom = ({ id }: { readonly id: Id }) =>
    paidByRoom.includes(id) ? paidByRoom.indexOf(id) : paidByRoom.length;
  const inOrder = byPoints.toSorted((one, other) => placeInRoom(one) - placeInRoom(other) || one.rank - other.rank);
  return inOrder.map((ranked, place) => {
    const contender = byId.get(ranked.id);
    invariant(contender !== undefined, 'whoever is ranked was given to be ranked');
    return {
      ...contender,
      position: place + 1,
      approvals: approvals[ranked.id] ?? 0,
      panelPoints: ranked.shown.panel,
      publicPoints: ranked.shown.public,
      points: ranked.shown.total,
      hasSupport: ranked.hasSupport,
      // Whom the room paid for has a place of its own, whatever points it shares with others.
      tiedWith: paidByRoom.includes(ranked.id) ? [] : ranked.tiedWith.filter((id) => !paidByRoom.includes(id)),
      ...(paidByRoom.includes(ranked.id) ? { byRoom: true } : {}),
    };
  });
}

/** Writes an exact figure down, so that it can be kept and read again. */
export function writeExact({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`;
}

/** A record holds the exact mean as text; older ones hold thousandths. */
function meanOf({ mean, meanMilli }: Pick<Contender, 'mean' | 'meanMilli'>): Fraction | null {
  if (mean === undefined) return meanMilli === null ? null : fraction(meanMilli, MILLI);
  return readExact(mean);
}

function readExact(written: string): Fraction {
  const [top = '', bottom = ''] = written.split('/');
  return fraction(BigInt(top), BigInt(bottom));
}

/** True when only the lot can order some of them, and nothing was thrown to draw it from: nobody may decide yet. */
export function waitsForThrow(formula: Formula, ranked: readonly RankedApplication[]): boolean {
  return waitingForThrow(formula, ranked).length > 0;
}

/** Whom only the lot can order while nothing was thrown, in the order of `ranked`: their places mean nothing yet. */
export function waitingForThrow(formula: Formula, ranked: readonly RankedApplication[]): RankedApplication[] {
  if (formula.lotSeed !== null) return [];
  const means = new Map(ranked.map((entry) => [entry.applicationId, entry.mean ?? entry.meanMilli ?? 0]));
  return ranked.filter((entry) =>
    entry.tiedWith.some((id) => formula.tieRule === 'lot' || means.get(id) === means.get(entry.applicationId)),
  );
}

/** Equal points go to the higher panel score where the call says so; what is still equal goes to the lot. */
function tieBreakOf(formula: Formula, byId: ReadonlyMap<Id, Contender>): TieBreak {
  const lot = lotOf(formula.lotSeed);
  if (formula.tieRule === 'lot') return lot;
  const mean = (id: Id) => {
    const contender = byId.get(id);
    return (contender && meanOf(contender)) ?? ZERO;
  };
  return (one, other) => compare(mean(other), mean(one)) || lot(one, other);
}

/** Without a seed any fixed order will do: whoever reads it asks `waitingForThrow` whose places mean nothing yet. */
function lotOf(lotSeed: string | null): TieBreak {
  if (lotSeed === null) return bySmallerId;
  const seed = fromHex(lotSeed, 32);
  invariant(seed !== null, 'the seed of the lot is 32 bytes in hexadecimal');
  return bySeed(seed);
}
