import type { Id } from '#app/kernel/id.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callSummary } from '../../call/queries/call-facts.server.ts';
import { maySeeInvitation } from '../rules/access.ts';
import { type PayChoice, payOffered, type SeatAgreement, type SeatLink, TERMS_UNSAID } from '../rules/seat-terms.ts';
import { findMember } from '../store/panel.server.ts';
import { findInterest } from '../store/panel-interest.server.ts';
import { findLinks, findOffer, findSeatTerms } from '../store/seat-terms.server.ts';

export type TermsPage = {
  readonly call: { readonly id: Id; readonly title: string; readonly partnerName: string };
  readonly isInvited: boolean;
  readonly payOffered: readonly PayChoice[];
  readonly isAgreed: boolean;
  /** What she agreed to, or said when she put her name down, or what most people give. */
  readonly said: Partial<Omit<SeatAgreement, 'links' | 'minutesMax' | 'minutesPerDay'>> &
    Pick<SeatAgreement, 'minutesMax' | 'minutesPerDay'>;
  readonly links: readonly SeatLink[];
  /** BCP 47 tags, the likeliest first. */
  readonly likelyLanguages: readonly string[];
};

/** On what terms the signed-in person takes her seat, or sits there; null unless she was asked onto the panel. */
export function termsPage(context: Context, callId: Id): TermsPage | null {
  const call = callSummary(context, callId);
  const { actor, db } = context;
  const member = actor === null ? null : findMember(db, callId, actor.personId);
  if (call === null || member === null || !maySeeInvitation(member.state)) return null;
  const offer = findOffer(db, callId);
  const agreed = findSeatTerms(db, member.id);
  const interest = findInterest(db, callId, member.personId);
  const usual = {
    minutesMax: offer?.minutesAsked ?? TERMS_UNSAID.minutesMax,
    minutesPerDay: TERMS_UNSAID.minutesPerDay,
  };
  return {
    call: { id: callId, title: call.title, partnerName: call.partnerName },
    isInvited: member.state === 'invited',
    payOffered: payOffered(member.kind, offer),
    isAgreed: agreed !== null,
    said: { ...usual, ...(agreed ?? interest) },
    links: findLinks(db, member.id),
    likelyLanguages: [personById(context, member.personId)?.language ?? 'en', context.language, call.language],
  };
}
