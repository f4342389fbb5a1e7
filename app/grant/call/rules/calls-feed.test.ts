import { describe, expect, it } from 'vitest';
import { callsFeed, type FeedCall } from './calls-feed.ts';

const ideas: FeedCall = {
  language: 'en',
  url: 'https://grants.example/calls/ideas',
  questionsUrl: 'https://grants.example/calls/ideas/questions',
  calendarUrl: 'https://grants.example/calls/ideas/dates.ics',
  title: 'Ideas',
  summary: 'Up to £3,000.',
  text: 'Up to £3,000.\n\nWe look for ideas.',
  partnerName: 'Common Ground',
  strand: 'social-innovation',
  themes: ['Housing'],
  currency: 'GBP',
  potMinor: 9_000_000,
  awardMaxMinor: 300_000,
  awardsPlanned: 16,
  timeZone: 'Europe/London',
  window: 'open',
  invitationOnly: false,
  opensAt: Date.UTC(2026, 2, 2, 9),
  closesAt: Date.UTC(2026, 3, 13, 11),
  publishedAt: Date.UTC(2026, 1, 16, 9),
  changedAt: Date.UTC(2026, 1, 20, 9),
  dates: [
    {
      id: 'p',
      kind: 'pitch-day',
      startsAt: Date.UTC(2026, 4, 9, 10),
      endsAt: Date.UTC(2026, 4, 9, 15),
      place: 'Library',
    },
    { id: 'd', kind: 'decisions', startsAt: Date.UTC(2026, 4, 20, 11), endsAt: null, place: '' },
  ],
};
const feed = (calls: readonly FeedCall[]) =>
  JSON.parse(
    callsFeed({
      title: 'Calls',
      description: 'Open calls.',
      language: 'en',
      homeUrl: 'https://grants.example/calls',
      feedUrl: 'https://grants.example/calls.json',
      calls,
    }),
  );

describe('the feed of calls', () => {
  it('says what it is, and is a feed without any call', () => {
    expect(feed([])).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Calls',
      description: 'Open calls.',
      home_page_url: 'https://grants.example/calls',
      feed_url: 'https://grants.example/calls.json',
      language: 'en',
      items: [],
    });
  });

  it('tells of a call what every reader understands', () => {
    expect(feed([ideas]).items[0]).toMatchObject({
      id: ideas.url,
      language: 'en',
      url: ideas.url,
      title: 'Ideas',
      content_text: ideas.text,
      date_published: '2026-02-16T09:00:00.000Z',
      date_modified: '2026-02-20T09:00:00.000Z',
      authors: [{ name: 'Common Ground' }],
      tags: ['Housing'],
    });
  });

  it('tells money, window, strand, themes and dates to those who ask for more', () => {
    expect(feed([ideas]).items[0]._common_pot).toEqual({
      partner: 'Common Ground',
      strand: 'social-innovation',
      invitationOnly: false,
      themes: ['Housing'],
      money: { currency: 'GBP', potMinor: 9_000_000, awardMaxMinor: 300_000, awardsPlanned: 16 },
      window: {
        state: 'open',
        timeZone: 'Europe/London',
        opensAt: '2026-03-02T09:00:00.000Z',
        closesAt: '2026-04-13T11:00:00.000Z',
      },
      dates: [
        {
          kind: 'pitch-day',
          startsAt: '2026-05-09T10:00:00.000Z',
          endsAt: '2026-05-09T15:00:00.000Z',
          place: 'Library',
        },
        { kind: 'decisions', startsAt: '2026-05-20T11:00:00.000Z', endsAt: null, place: '' },
      ],
      questionsUrl: ideas.questionsUrl,
      calendarUrl: ideas.calendarUrl,
    });
  });

  it('says of a call nothing that nobody asked it to say', () => {
    const more = { ...ideas, createdBy: 'grace', partnerId: 'partner' };
    expect(JSON.stringify(feed([more]))).not.toMatch(/grace|partnerId/);
  });
});
