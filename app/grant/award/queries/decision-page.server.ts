import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { partnerById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ApplicationCard, applicationCard } from '../../application/queries/application-card.server.ts';
import { myRole } from '../../application/queries/team.server.ts';
import { mayView } from '../../application/rules/team.ts';
import { type DecidedLetter, decidedLetter } from '../../assessment/queries/decided-letter.server.ts';
import {
  type Shortlisting,
  shortlistingOf,
  shortlistingsOfCall,
} from '../../assessment/queries/panel-ranking.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { type FeedbackShown, feedbackShown } from '../rules/feedback-shown.ts';
import { isToldAlready } from '../rules/telling.ts';
import { findDecision } from '../store.server.ts';
import { awardOfApplication } from './award-card.server.ts';
import { outcomeOf } from './outcome.server.ts';

type Told = {
  readonly toldAt: Instant;
  /** In the words of whoever decided; empty with an award. */
  readonly reason: string;
  readonly nearly: boolean;
  /** As it was sent; null for one from before letters were kept. */
  readonly letter: Pick<DecidedLetter, 'language' | 'subject' | 'body'> | null;
};

/** What was decided about the shortlist. */
export type ToldShortlist = Told & {
  readonly decision: Shortlisting['decision'];
  /** In the order of the panel; null where it was not ranked. */
  readonly place: { readonly rank: number; readonly count: number } | null;
};

/** What was decided about the awards. */
export type ToldAward = Told & {
  readonly outcome: 'awarded' | 'reserve' | 'declined' | 'ineligible';
  readonly amountMinor: Minor | null;
  /** The offer waits for an answer. */
  readonly isOpen: boolean;
  readonly reserveUntil: Instant | null;
  /** Null for a group that was not on the shortlist. */
  readonly points: { readonly points: string; readonly position: number; readonly count: number } | null;
};

export type DecisionPage = {
  readonly applicationId: Id;
  readonly reference: string;
  readonly title: string;
  readonly call: {
    readonly slug: string;
    readonly title: string;
    readonly timeZone: string;
    readonly currency: Currency;
    readonly hasPitchDay: boolean;
  };
  readonly partnerName: string;
  readonly partnerEmail: string;
  /** Null until the awards were told, and where they say nothing that the shortlist has not said. */
  readonly award: ToldAward | null;
  readonly shortlist: ToldShortlist;
  readonly feedback: FeedbackShown;
};

/** All that was decided about an application and told, for the team that made it; null before that, and for anybody else. */
export function decisionPage(context: Context, applicationId: Id): DecisionPage | null {
  const card = applicationCard(context, applicationId);
  if (card === null || !mayView(myRole(context, card))) return null;
  const call = callById(context, card.callId);
  const shortlisting = shortlistingOf(context, applicationId);
  if (call === null || shortlisting === null) return null;
  const letters = {
    award: decidedLetter(context, call.id, applicationId, 'award'),
    shortlist: decidedLetter(context, call.id, applicationId, 'shortlist'),
  };
  const award = toldAward(context, card, shortlisting, letters.award);
  const carried = [award === null ? null : letters.award, letters.shortlist].filter((letter) => letter !== null);
  return {
    applicationId,
    reference: card.reference,
    title: card.title,
    call: {
      slug: call.slug,
      title: call.title,
      timeZone: call.timeZone,
      currency: call.currency,
      hasPitchDay: call.hasPitchDay,
    },
    partnerName: call.partnerName,
    partnerEmail: partnerById(context, call.partnerId)?.email ?? '',
    award,
    shortlist: toldShortlist(context, card, shortlisting, letters.shortlist),
    feedback: feedbackShown(
      carried.map(({ feedback, language, feedbackFrom, releasedAt }) => {
        return { text: feedback, language, from: feedbackFrom ?? releasedAt };
      }),
      context.now,
    ),
  };
}

function toldShortlist(
  context: Context,
  card: ApplicationCard,
  shortlisting: Shortlisting,
  letter: DecidedLetter | null,
): ToldShortlist {
  const { decision, reason, nearly, rank, decidedAt } = shortlisting;
  const ranked = [...shortlistingsOfCall(context, card.callId).values()].filter((row) => row.rank !== null);
  return {
    decision,
    reason,
    nearly,
    toldAt: decidedAt,
    letter: wordsOf(letter),
    place: rank === null ? null : { rank, count: ranked.length },
  };
}

function toldAward(
  context: Context,
  card: ApplicationCard,
  shortlisting: Shortlisting,
  letter: DecidedLetter | null,
): ToldAward | null {
  const told = outcomeOf(context, card.id);
  if (told === null || told.toldAt === null) return null;
  const { outcome, ineligible, reason, nearly, amountMinor, reserveUntil, toldAt } = told;
  if (outcome === 'declined' && isToldAlready(told, shortlisting)) return null;
  // One that was taken back before everybody was told has had no answer.
  const offered = awardOfApplication(context, card.id);
  if (offered === null && (outcome === 'awarded' || card.state === 'withdrawn')) return null;
  const ranking = findDecision(context.db, card.callId)?.ranking ?? [];
  const own = ranking.find((entry) => entry.applicationId === card.id);
  return {
    outcome: offered !== null ? 'awarded' : ineligible ? 'ineligible' : outcome,
    reason,
    nearly,
    amountMinor: offered?.amountMinor ?? amountMinor,
    isOpen: offered?.state === 'offered',
    reserveUntil,
    toldAt: offered?.offeredAt ?? toldAt,
    letter: wordsOf(letter),
    points: own === undefined ? null : { points: own.points, position: own.position, count: ranking.length },
  };
}

function wordsOf(letter: DecidedLetter | null): Told['letter'] {
  return letter === null ? null : { language: letter.language, subject: letter.subject, body: letter.body };
}
