import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { differences, movesADate, toldIn } from './differences.ts';
import { type PublishedFacts, publicationOf, type ToldFacts } from './publication.ts';
import { PLAIN_QUESTION } from './questions.ts';
import { TEMPLATES } from './templates.ts';
import { USUAL_DECISION } from './usual-decision.ts';

const question = { ...PLAIN_QUESTION, id: 'what', label: 'What?', guidance: 'Briefly.', wordsMax: 200, required: true };
const choice = { ...question, id: 'where', kind: 'choice', label: 'Where?', wordsMax: 0, options: ['Here'] } as const;
const pitchDay = {
  kind: 'pitch-day',
  startsAt: Date.UTC(2026, 4, 9, 10),
  endsAt: null,
  place: 'The old library',
} as const;
const call: PublishedFacts = {
  ...USUAL_DECISION,
  partnerName: 'Common Ground',
  strand: 'social-innovation',
  language: 'en',
  slug: 'ideas',
  title: 'Ideas',
  summary: 'Up to £3,000.',
  about: 'We look for ideas.',
  whoCanApply: 'You live here.',
  support: 'A mentor.',
  themes: ['Housing'],
  currency: 'GBP',
  potMinor: 9_000_000,
  awardMaxMinor: 300_000,
  awardsPlanned: 16,
  timeZone: 'Europe/London',
  opensAt: Date.UTC(2026, 2, 2, 9),
  closesAt: Date.UTC(2026, 3, 13, 11),
  videoAllowed: false,
  videoSecondsMax: 180,
  invitationOnly: false,
  questions: [question, choice],
  criteria: TEMPLATES['social-innovation'].criteria,
  terms: [{ term: 'group', meaning: 'Two or more.' }],
  checkItems: [{ statement: 'We are two.', route: 'partner', advice: 'Ask us.', link: '', otherSlug: null }],
  dates: [pitchDay],
};

const between = (changes: Partial<PublishedFacts>, before: PublishedFacts = call) =>
  differences(toldIn(publicationOf(before).facts), toldIn(publicationOf({ ...before, ...changes }).facts));

describe('what changed between two versions', () => {
  it('is nothing when nothing did', () => {
    expect(between({})).toEqual([]);
    expect(movesADate([])).toBe(false);
  });

  it('is the language, too; a version that says none is in English', () => {
    const changed = { kind: 'language', part: 'language', about: null, before: 'en', after: 'ar' };
    expect(between({ language: 'ar' })).toEqual([changed]);
    const { language: _, ...old } = toldIn(publicationOf(call).facts);
    expect(differences(old as ToldFacts, toldIn(publicationOf(call).facts))).toEqual([]);
    expect(differences(old as ToldFacts, toldIn(publicationOf({ ...call, language: 'ar' }).facts))).toEqual([changed]);
  });

  it('is told with both texts', () => {
    const found = between({ title: 'Good ideas', whoCanApply: 'You live or work here.' });
    expect(found).toEqual([
      { kind: 'text', part: 'title', about: null, before: 'Ideas', after: 'Good ideas' },
      { kind: 'text', part: 'whoCanApply', about: null, before: 'You live here.', after: 'You live or work here.' },
    ]);
    expect(movesADate(found)).toBe(false);
  });

  it('is told with both amounts and numbers', () => {
    expect(between({ potMinor: 9_500_000, awardMaxMinor: 310_000, awardsPlanned: 20 })).toEqual([
      { kind: 'money', part: 'pot', about: null, before: 9_000_000, after: 9_500_000, currency: 'GBP' },
      { kind: 'money', part: 'awardMax', about: null, before: 300_000, after: 310_000, currency: 'GBP' },
      { kind: 'number', part: 'awardsPlanned', about: null, before: 16, after: 20 },
    ]);
  });

  it('names video when it comes, and its length when it grows', () => {
    expect(between({ videoAllowed: true })).toEqual([{ kind: 'added', part: 'video', about: null }]);
    expect(between({ videoSecondsMax: 240 }, { ...call, videoAllowed: true })).toEqual([
      { kind: 'number', part: 'videoSeconds', about: null, before: 180, after: 240 },
    ]);
  });

  it('is told with both moments, and then concerns who has sent an application too', () => {
    const found = between({ closesAt: call.closesAt + DAY });
    expect(found).toEqual([
      { kind: 'moment', part: 'closes', about: null, before: call.closesAt, after: call.closesAt + DAY },
    ]);
    expect(movesADate(found)).toBe(true);
  });

  it('shows a date that moved beside where it was, one that came, and one that went', () => {
    const moved = { ...pitchDay, startsAt: pitchDay.startsAt + DAY };
    const decisions = { kind: 'decisions', startsAt: pitchDay.startsAt + 9 * DAY, endsAt: null, place: '' } as const;
    const found = between({ dates: [moved, decisions] });
    expect(found).toEqual([
      { kind: 'date', part: 'pitch-day', about: null, before: pitchDay, after: moved },
      { kind: 'date', part: 'decisions', about: null, before: null, after: decisions },
    ]);
    expect(movesADate(found)).toBe(true);
    expect(between({ dates: [] })).toEqual([
      { kind: 'date', part: 'pitch-day', about: null, before: pitchDay, after: null },
    ]);
  });

  it('names the question whose hint, length or options changed, and each new question', () => {
    const longer = { ...question, guidance: 'As long as you like.', wordsMax: 300, minutes: 20, section: 'You' };
    const wider = { ...choice, options: ['Here', 'There'], byVideo: false };
    const more = { ...question, id: 'more', label: 'More?', required: false };
    expect(between({ questions: [longer, wider, more] })).toEqual([
      { kind: 'text', part: 'section', about: 'What?', before: '', after: 'You' },
      { kind: 'text', part: 'guidance', about: 'What?', before: 'Briefly.', after: 'As long as you like.' },
      { kind: 'number', part: 'words', about: 'What?', before: 200, after: 300 },
      { kind: 'number', part: 'minutes', about: 'What?', before: null, after: 20 },
      { kind: 'list', part: 'options', about: 'Where?', added: ['There'], removed: [] },
      { kind: 'added', part: 'question', about: 'More?' },
    ]);
  });

  it('tells two questions with the same words apart by their order', () => {
    const twin = { ...question, id: 'twin', wordsMax: 100 };
    const twins = { ...call, questions: [question, twin] };
    expect(between({ questions: [question, { ...twin, wordsMax: 150 }] }, twins)).toEqual([
      { kind: 'number', part: 'words', about: 'What?', before: 100, after: 150 },
    ]);
  });

  it('shows agreed words and sentences of the self-check that came, went and changed', () => {
    const terms = [
      { term: 'group', meaning: 'Two or more people.' },
      { term: 'pot', meaning: 'All the money.' },
    ];
    expect(between({ terms, checkItems: [] })).toEqual([
      { kind: 'text', part: 'term', about: 'group', before: 'Two or more.', after: 'Two or more people.' },
      { kind: 'text', part: 'term', about: 'pot', before: '', after: 'All the money.' },
      { kind: 'text', part: 'check', about: 'We are two.', before: 'Ask us.', after: '' },
    ]);
  });

  it('reads a text that was published before there were dates, words and kinds', () => {
    const { dates, terms, selfCheck, ...early } = toldIn(publicationOf(call).facts);
    const old = toldIn(JSON.stringify({ ...early, questions: early.questions.map(({ options, section, ...q }) => q) }));
    expect(differences(old, toldIn(publicationOf({ ...call, dates: [], terms: [], checkItems: [] }).facts))).toEqual([
      { kind: 'list', part: 'options', about: 'Where?', added: ['Here'], removed: [] },
    ]);
  });
});
