import { ZERO } from '#app/kernel/fraction.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ApplicationHead, applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { hiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { insidersOf } from '../../application/queries/team.server.ts';
import { decidingSeat } from '../../assessment/queries/deciding-seat.server.ts';
import { decisionLockOf } from '../../assessment/queries/decision-lock.server.ts';
import { isShortlistDecided, shortlistingsOfCall } from '../../assessment/queries/panel-ranking.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { type JudgedResult, judgedResult } from '../../pitch-day/queries/judged-result.server.ts';
import { publicVoteOf } from '../../pitch-day/queries/public-vote.server.ts';
import { mayDecide } from '../rules/access.ts';
import { type Readiness, readinessOf } from '../rules/deciding.ts';
import {
  type Contender,
  type Formula,
  formulaOf,
  type RankedApplication,
  rankContenders,
  waitsForThrow,
  writeExact,
} from '../rules/ranking.ts';
import { findDecision } from '../store.server.ts';

/** Everything a decision rests on. */
export type DecisionMatter = {
  readonly call: CallFacts;
  readonly readiness: Readiness;
  /** Every application under review, in order of reference. */
  readonly cards: readonly ApplicationHead[];
  /** Null until the call is ready to be decided; `ranked` is empty until then. */
  readonly formula: Formula | null;
  /** Shortlisted, best first. */
  readonly ranked: readonly RankedApplication[];
  /** Under review but not shortlisted, with what the panel's manager told them. */
  readonly others: readonly { readonly card: ApplicationHead; readonly toldReason: string }[];
};

/** What there is to decide in a call, for a manager who may; null for anybody else. */
export function decisionMatter(context: Context, callId: Id): DecisionMatter | null {
  const call = callById(context, callId);
  if (call === null || call.state !== 'published') return null;
  const cards = applicationsUnderReview(context, callId);
  const insiders = insidersOf(
    context,
    cards.map((card) => card.id),
  );
  const hidden = hiddenFromMe(
    context,
    cards.map((card) => card.id),
  );
  if (!mayDecide(context.actor, call, insiders.values(), hidden)) return null;
  return matterOf(context, call, cards);
}

/** The same once it is locked, for somebody else of the partner who may confirm it; null for anybody else. */
export function lockedMatter(context: Context, callId: Id): DecisionMatter | null {
  const seat = decidingSeat(context, callId);
  if (seat === null || decisionLockOf(context, callId, 'award') === null) return null;
  return matterOf(context, seat.call, seat.cards);
}

function matterOf(context: Context, call: CallFacts, cards: readonly ApplicationHead[]): DecisionMatter {
  const callId = call.id;
  const judged = judgedResult(context, callId);
  const vote = call.hasPitchDay ? publicVoteOf(context, callId) : null;
  const readiness = readinessOf({
    isDecided: findDecision(context.db, callId) !== null,
    isShortlistDecided: isShortlistDecided(context, callId),
    hasPitchDay: call.hasPitchDay,
    isVoteRevealed: vote !== null,
    isJudging: call.judgesMin > 0 && judged === null,
  });
  const shortlistings = shortlistingsOfCall(context, callId);
  const isShortlisted = (card: ApplicationHead) => shortlistings.get(card.id)?.decision === 'shortlisted';
  const others = cards
    .filter((card) => !isShortlisted(card))
    .map((card) => ({ card, toldReason: shortlistings.get(card.id)?.reason ?? '' }));
  const waiting = { call, cards, formula: null, ranked: [], others };
  if (readiness !== 'ready') return { ...waiting, readiness };
  const contenders = cards.filter(isShortlisted).map((card) => ({
    applicationId: card.id,
    reference: card.reference,
    askedMinor: card.amountMinor ?? 0,
    // As it stood when the shortlist was decided: a tie that is declared later changes no figure behind a decision.
    meanMilli: shortlistings.get(card.id)?.meanMilli ?? null,
    ...judgedOn(judged, card.id),
    ...(vote?.earned ? { earned: writeExact(vote.earned[card.id] ?? ZERO) } : {}),
  }));
  if (vote?.room?.winners === null || vote?.earned === null) return { ...waiting, readiness: 'throw-missing' };
  const formula = { ...formulaOf(call, contenders, vote), ...judgedBy(judged) };
  const ranked = rankContenders(formula, contenders, vote?.approvals ?? {});
  if (waitsForThrow(formula, ranked)) return { ...waiting, readiness: 'throw-missing' };
  return { call, readiness, cards, formula, ranked, others };
}

/** Judges' scores stand in the place of the sheets' mean, exact and as it is read. */
function judgedOn(judged: JudgedResult | null, applicationId: Id): Partial<Contender> {
  const own = judged?.source === 'judges' ? judged.byApplication.get(applicationId) : undefined;
  if (own === undefined) return {};
  const { mean, meanMilli, judges } = own;
  return { meanMilli, judges, ...(mean === null ? {} : { mean: writeExact(mean) }) };
}

function judgedBy(judged: JudgedResult | null): Pick<Formula, 'judged' | 'insteadOfJudges'> {
  if (judged === null) return {};
  const { judgesMin } = judged;
  if (judged.source === 'sheets') return { insteadOfJudges: judgesMin };
  const { accepted, participants } = judged.composition;
  return { judged: { judges: accepted, participants, judgesMin } };
}
