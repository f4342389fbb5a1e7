import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import type { CallDate } from './plan.ts';
import type { Window, WindowState } from './window.ts';

/** An open or coming call as other sites and programs learn of it. */
export type FeedCall = Window & {
  /** BCP 47 tag of what the call says itself. */
  readonly language: string;
  readonly url: string;
  readonly questionsUrl: string;
  readonly calendarUrl: string;
  readonly title: string;
  readonly summary: string;
  /** The whole offer as plain text. */
  readonly text: string;
  readonly partnerName: string;
  readonly strand: string;
  readonly themes: readonly string[];
  readonly currency: Currency;
  readonly potMinor: Minor;
  readonly awardMaxMinor: Minor;
  readonly awardsPlanned: number;
  readonly timeZone: string;
  readonly window: WindowState;
  /** Everybody may read it; only somebody with a code may start. */
  readonly invitationOnly: boolean;
  readonly publishedAt: Instant;
  /** When it was published, or changed last. */
  readonly changedAt: Instant;
  readonly dates: readonly CallDate[];
};

export type Feed = {
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag of what the portal says. */
  readonly language: string;
  readonly homeUrl: string;
  readonly feedUrl: string;
  readonly calls: readonly FeedCall[];
};

/**
 * Open and coming calls as a JSON Feed, with what a feed has no field for in the extension `_common_pot`.
 *
 * Amounts are whole minor units of the currency (pence, cents), times are in UTC.
 *
 * @source https://jsonfeed.org/version/1.1
 */
export function callsFeed(feed: Feed): string {
  const told = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.homeUrl,
    feed_url: feed.feedUrl,
    language: feed.language,
    items: feed.calls.map(item),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function item(call: FeedCall) {
  return {
    id: call.url,
    url: call.url,
    title: call.title,
    summary: call.summary,
    content_text: call.text,
    date_published: iso(call.publishedAt),
    date_modified: iso(call.changedAt),
    authors: [{ name: call.partnerName }],
    tags: call.themes,
    language: call.language,
    _common_pot: {
      partner: call.partnerName,
      strand: call.strand,
      invitationOnly: call.invitationOnly,
      themes: call.themes,
      money: {
        currency: call.currency,
        potMinor: call.potMinor,
        awardMaxMinor: call.awardMaxMinor,
        awardsPlanned: call.awardsPlanned,
      },
      window: {
        state: call.window,
        timeZone: call.timeZone,
        opensAt: iso(call.opensAt),
        closesAt: iso(call.closesAt),
      },
      dates: call.dates.map((date) => ({
        kind: date.kind,
        startsAt: iso(date.startsAt),
        endsAt: date.endsAt === null ? null : iso(date.endsAt),
        place: date.place,
      })),
      questionsUrl: call.questionsUrl,
      calendarUrl: call.calendarUrl,
    },
  };
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
