import type { Context } from '#app/platform/context.server.ts';
import { daysLeft, type WindowState, windowOf } from '../rules/window.ts';
import { type CallSummary, publishedCalls } from './call-facts.server.ts';

/** A published call as a list shows it. */
export type CallCard = Pick<
  CallSummary,
  | 'slug'
  | 'strand'
  | 'language'
  | 'title'
  | 'summary'
  | 'partnerName'
  | 'currency'
  | 'awardMaxMinor'
  | 'awardsPlanned'
  | 'timeZone'
  | 'opensAt'
  | 'closesAt'
  | 'videoAllowed'
  | 'invitationOnly'
> & { readonly window: WindowState; readonly daysLeft: number };

/** Published calls: open ones by closing time, coming ones by opening time, closed ones with the newest first. */
export function callsByWindow(context: Context): Readonly<Record<WindowState, CallCard[]>> {
  const cards = publishedCalls(context).map((call) => cardOf(call, context.now));
  const those = (window: WindowState) => cards.filter((card) => card.window === window);
  return {
    open: those('open'),
    'not-yet': those('not-yet').sort((one, other) => one.opensAt - other.opensAt),
    closed: those('closed').sort((one, other) => other.closesAt - one.closesAt),
  };
}

function cardOf(call: CallSummary, now: number): CallCard {
  return {
    slug: call.slug,
    strand: call.strand,
    language: call.language,
    title: call.title,
    summary: call.summary,
    partnerName: call.partnerName,
    currency: call.currency,
    awardMaxMinor: call.awardMaxMinor,
    awardsPlanned: call.awardsPlanned,
    timeZone: call.timeZone,
    opensAt: call.opensAt,
    closesAt: call.closesAt,
    videoAllowed: call.videoAllowed,
    invitationOnly: call.invitationOnly,
    window: windowOf(call, now),
    daysLeft: daysLeft(call, now),
  };
}
