import { hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency } from '#app/kernel/money.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callBySlug } from '../../call/queries/call-facts.server.ts';
import type { MemberState } from '../rules/composition.ts';
import { type InterestState, isLooking, type PanelOffer } from '../rules/panel-offer.ts';
import { type PayChoice, payOffered } from '../rules/seat-terms.ts';
import { findMember, panelStateOf } from '../store/panel.server.ts';
import { findInterest, type InterestRow } from '../store/panel-interest.server.ts';
import { findOffer } from '../store/seat-terms.server.ts';

/** What is asked and given, in the words of the call's own language, with what it takes to write it down. */
export type ShownOffer = Omit<PanelOffer, 'isRecruiting'> & {
  readonly currency: Currency;
  readonly timeZone: string;
  readonly language: string;
};

export type SignUpPage = {
  readonly call: {
    readonly id: Id;
    readonly slug: string;
    readonly title: string;
    readonly language: string;
    readonly partnerName: string;
    readonly timeZone: string;
    readonly participantShareMinPercent: number;
  };
  readonly offer: ShownOffer | null;
  readonly isLooking: boolean;
  readonly payOffered: readonly PayChoice[];
  readonly isSignedIn: boolean;
  /** What the signed-in person said, and what became of it; null for whoever said nothing. */
  readonly mine:
    | (Omit<InterestRow, 'id' | 'callId' | 'personId' | 'answeredBy'> & { readonly state: InterestState })
    | null;
  readonly seat: MemberState | null;
  readonly runsIt: boolean;
  /** BCP 47 tags, the likeliest first. */
  readonly likelyLanguages: readonly string[];
  readonly asOf: Instant;
};

/** What anybody may know of the panel of a published call, and what the signed-in person has said about it. */
export function signUpPage(context: Context, slug: string): SignUpPage | null {
  const call = callBySlug(context, slug);
  if (call?.state !== 'published') return null;
  const { actor, db } = context;
  const offer = findOffer(db, call.id);
  const seat = actor === null ? null : (findMember(db, call.id, actor.personId)?.state ?? null);
  const { id, title, language, partnerName, timeZone, participantShareMinPercent } = call;
  return {
    call: { id, slug, title, language, partnerName, timeZone, participantShareMinPercent },
    offer: offer && shownOffer(offer, call),
    isLooking: isLooking(offer, panelStateOf(db, call.id)),
    payOffered: payOffered('participant', offer),
    isSignedIn: actor !== null,
    mine: actor === null ? null : said(findInterest(db, call.id, actor.personId)),
    seat,
    runsIt: hasDuty(actor, 'manager', call.partnerId),
    likelyLanguages: [
      ...(actor === null ? [] : [personById(context, actor.personId)?.language ?? 'en']),
      context.language,
      language,
    ],
    asOf: context.now,
  };
}

/** What a panel asks and gives, with what it takes to show it to anybody; whether it still looks for people is not said. */
export function shownOffer(
  offer: Omit<PanelOffer, 'isRecruiting'>,
  call: { readonly currency: Currency; readonly timeZone: string; readonly language: string },
): ShownOffer {
  const { minutesAsked, hourlyMinor, payChoices, childcare, travel, access, termFrom, termUntil } = offer;
  const { currency, timeZone, language } = call;
  return {
    minutesAsked,
    hourlyMinor,
    payChoices,
    childcare,
    travel,
    access,
    termFrom,
    termUntil,
    currency,
    timeZone,
    language,
  };
}

function said(row: InterestRow | null): SignUpPage['mine'] {
  if (row === null) return null;
  const { id: _, callId: __, personId: ___, answeredBy: ____, ...rest } = row;
  return rest;
}
