import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { type Currency, type Minor, sumMinor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationNames } from '../../application/queries/application-card.server.ts';
import { callSummary } from '../../call/queries/call-facts.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { finalCheckpoint } from '../ballot-box/board.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { turnoutOf } from '../ballot-box/turnout.server.ts';
import { hasMinimumSupport } from '../rules/combined-score.ts';
import { isRankedRule, type Manifest } from '../rules/manifest.ts';
import { hasReached, type PollState } from '../rules/poll-state.ts';
import { orderShown, type Tally } from '../rules/tally.ts';
import { findOffer } from '../store/coming.server.ts';
import { findEvent, type PitchEvent, pitchesOf } from '../store.server.ts';
import { knownResult } from './known-result.server.ts';
import { sealWords } from './seal.server.ts';
import { type ShownApart, shownApart } from './shown-apart.server.ts';
import { type ShownCard, shownCards } from './shown-cards.server.ts';
import { stageMark } from './stage-signal.server.ts';

export type StagePitch = {
  readonly id: Id;
  readonly applicationId: Id;
  readonly position: number;
  readonly title: string;
  readonly groupName: string;
  /** What the group has said that everybody may see; null for nothing. */
  readonly card: ShownCard | null;
};

/** What the room sees, and what the facilitator needs to say about it. */
export type StageView = {
  readonly eventId: Id;
  readonly version: number;
  /** Of what is seen, for a page that follows; see `stageSignal`. */
  readonly mark: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Instant;
  readonly timeZone: string;
  readonly screen: PitchEvent['screen'];
  readonly state: PitchEvent['state'];
  readonly pitchSeconds: number;
  /** After each pitch; zero for none. */
  readonly questionSeconds: number;
  readonly timerStartedAt: Instant | null;
  readonly questionsStartedAt: Instant | null;
  readonly pitches: readonly StagePitch[];
  readonly current: StagePitch | null;
  readonly next: StagePitch | null;
  readonly poll: {
    readonly pollId: Id;
    readonly state: PollState;
    readonly maxChoices: number;
    readonly seats: number;
    readonly isRanked: boolean;
    readonly room: { readonly potMinor: Minor; readonly currency: Currency } | null;
    readonly tieSource: string;
    readonly turnout: { readonly cast: number; readonly issued: number };
    readonly seal: readonly string[] | null;
    /** How many ballots it seals, also those that decide nothing; null before the close. */
    readonly sealed: number | null;
    readonly closedAt: Instant | null;
    readonly result: StageResult | null;
    /** Beside the result: levels that decide nothing. */
    readonly apart: readonly ShownApart[];
  } | null;
};

export type StageResult = {
  readonly ballots: number;
  /** Null while a decisive tie waits for its throw. */
  readonly winners: Tally['winners'];
  /** What the room pays together, where it shares out a pot: for winners with the minimum support. */
  readonly paidMinor: Minor;
  /** Of the call, in whole percent of the ballots. */
  readonly minimumSupportPercent: number;
  /** Most approvals first; where they are put in order, whoever is elected first. */
  readonly options: readonly {
    readonly id: Id;
    readonly title: string;
    readonly approvals: number;
    readonly wins: boolean;
    /** Whoever has too little is not funded, also if its voters had the money. */
    readonly hasSupport: boolean;
  }[];
};

/** Null for an unknown event. No actor is checked: the stage is a public screen and shows nothing early. */
export function stageView(context: Pick<Context, 'db' | 'votes'>, eventId: Id): StageView | null {
  const event = findEvent(context.db, eventId);
  const call = event && callSummary(context, event.callId);
  if (event === null || call === null) return null;
  // Withdrawn ones too: who is on the ballot paper stays on it.
  const order = pitchesOf(context.db, eventId);
  const names = applicationNames(
    context,
    order.map((pitch) => pitch.applicationId),
  );
  const cards = shownCards(context, [...names.keys()]);
  const pitches = order.map(({ id, position, applicationId }) => {
    const named = names.get(applicationId);
    const card = cards.get(applicationId) ?? null;
    return { id, applicationId, position, title: named?.title ?? '', groupName: named?.publicName ?? '', card };
  });
  const current = pitches.find((pitch) => pitch.id === event.currentPitchId) ?? null;
  return {
    eventId,
    version: event.version,
    mark: stageMark(context, event),
    title: event.title,
    place: event.place,
    startsAt: event.startsAt,
    timeZone: call.timeZone,
    screen: event.screen,
    state: event.state,
    pitchSeconds: event.pitchSeconds,
    questionSeconds: findOffer(context.db, event.id)?.questionSeconds ?? 0,
    timerStartedAt: event.timerStartedAt,
    questionsStartedAt: event.questionsStartedAt,
    pitches,
    current,
    next: pitches[current === null ? 0 : current.position] ?? null,
    poll:
      event.pollId === null
        ? null
        : pollOnStage(context, event.pollId, call, (applicationId) => names.get(applicationId)?.title ?? ''),
  };
}

function pollOnStage(
  context: Pick<Context, 'votes'>,
  pollId: Id,
  call: { readonly minimumSupportPercent: number },
  titleOf: (applicationId: Id) => string,
): StageView['poll'] {
  const box = ballotBoxOf(context);
  const terms = termsOf(box, pollId);
  if (terms === null) return null;
  const { manifest, state } = terms;
  const final = hasReached(state, 'closed') ? finalCheckpoint(box, pollId) : null;
  const known = knownResult(box, pollId);
  const result = known?.counted ?? null;
  return {
    pollId,
    state,
    maxChoices: manifest.maxChoices,
    seats: manifest.seats ?? 0,
    isRanked: isRankedRule(manifest.rule),
    room:
      manifest.rule === 'mes_cost_add1' ? { potMinor: manifest.budgetMinor ?? 0, currency: manifest.currency } : null,
    tieSource: manifest.tie.rule === 'public-randomness' ? manifest.tie.source : '',
    turnout: turnoutOf(box, pollId),
    seal: final && sealWords(final.root),
    sealed: final?.size ?? null,
    closedAt: final?.at ?? null,
    result: result && resultOnStage(manifest, result, call.minimumSupportPercent, titleOf),
    apart: known === null ? [] : shownApart(known, titleOf),
  };
}

function resultOnStage(
  { options, rule }: Manifest,
  counted: Tally,
  minimumSupportPercent: number,
  titleOf: (applicationId: Id) => string,
): StageResult {
  const { ballots, approvals, winners } = counted;
  const chosen = new Map(approvals.map((option) => [option.id, option.approvals]));
  const costs = new Map(options.map((option) => [option.id, option.costMinor]));
  const shown = orderShown(rule, counted).map((id) => ({
    id,
    title: titleOf(id),
    approvals: chosen.get(id) ?? 0,
    wins: winners?.includes(id) ?? false,
    hasSupport: hasMinimumSupport(chosen.get(id) ?? 0, ballots, minimumSupportPercent),
  }));
  return {
    ballots,
    winners,
    paidMinor: sumMinor(shown.map(({ id, wins, hasSupport }) => (wins && hasSupport ? (costs.get(id) ?? 0) : 0))),
    minimumSupportPercent,
    options: shown,
  };
}
