import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import { type PublishedFacts, publicationOf } from './publication.ts';
import { SUGGESTED_TERMS } from './suggested-terms.ts';
import { TEMPLATES } from './templates.ts';
import { USUAL_DECISION } from './usual-decision.ts';

const call: PublishedFacts = {
  ...USUAL_DECISION,
  invitationOnly: false,
  checkItems: [],
  terms: SUGGESTED_TERMS['social-innovation'],
  criteria: TEMPLATES['social-innovation'].criteria,
  questions: TEMPLATES['social-innovation'].questions.map((asked) => ({ ...asked, id: asked.label })),
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
  dates: [
    { kind: 'decisions', startsAt: Date.UTC(2026, 4, 20, 11), endsAt: null, place: '' },
    {
      kind: 'pitch-day',
      startsAt: Date.UTC(2026, 4, 9, 10),
      endsAt: Date.UTC(2026, 4, 9, 15),
      place: 'The old library',
    },
  ],
};

describe('the text that is frozen', () => {
  it('is the same however the facts were put together, and changes with every fact', () => {
    const reversed = Object.fromEntries(Object.entries(call).reverse()) as PublishedFacts;
    expect(publicationOf(reversed)).toEqual(publicationOf(call));
    expect(publicationOf({ ...call, awardsPlanned: 17 }).factsHash).not.toBe(publicationOf(call).factsHash);
  });
  it('is hashed byte for byte, and its last byte is a newline', () => {
    const { facts, factsHash } = publicationOf(call);
    expect(sha256Hex(new TextEncoder().encode(facts))).toBe(factsHash);
    expect(facts.endsWith('}\n')).toBe(true);
  });
  it('says times without a reader’s zone and video only where there is one', () => {
    const { facts } = publicationOf({ ...call, videoAllowed: false });
    const told = JSON.parse(facts);
    expect(told.window.closesAt).toBe('2026-04-13T11:00:00.000Z');
    expect(told.video).toBeNull();
    expect(told.questions.some((question: { byVideo: boolean }) => question.byVideo)).toBe(false);
  });
  it('says what the room shares out only where it shares out something', () => {
    expect(publicationOf(call).facts).not.toContain('roomPotMinor');
    const told = JSON.parse(publicationOf({ ...call, roomPotMinor: 50_000 }).facts);
    expect(told.decision.roomPotMinor).toBe(50_000);
  });

  it('says that voters put groups in order only where they do', () => {
    expect(publicationOf(call).facts).not.toContain('choicesRanked');
    const told = JSON.parse(publicationOf({ ...call, choicesRanked: true }).facts);
    expect(told.decision.choicesRanked).toBe(true);
  });

  it('names the question of a condition by its place', () => {
    const [first, second, ...others] = call.questions;
    if (first === undefined || second === undefined) throw new Error('a template has questions');
    const choice = { ...first, kind: 'choice', options: ['Yes', 'No'] } as const;
    const onlyIf = { questionId: first.id, anyOf: ['Yes'] };
    const told = JSON.parse(publicationOf({ ...call, questions: [choice, { ...second, onlyIf }, ...others] }).facts);
    expect(told.questions[1].onlyIf).toEqual({ question: 1, anyOf: ['Yes'] });
    expect(told.questions[0].onlyIf).toBeNull();
  });
  it('says every date of the round in its order', () => {
    expect(JSON.parse(publicationOf(call).facts).dates).toEqual([
      {
        kind: 'pitch-day',
        startsAt: '2026-05-09T10:00:00.000Z',
        endsAt: '2026-05-09T15:00:00.000Z',
        place: 'The old library',
      },
      { kind: 'decisions', startsAt: '2026-05-20T11:00:00.000Z', endsAt: null, place: '' },
    ]);
  });
  it('says what words mean and what the self-check asks, and where a no leads', () => {
    const item = {
      statement: 'We live here.',
      route: 'partner',
      advice: 'Call Rosa.',
      link: '',
      otherSlug: null,
    } as const;
    const told = JSON.parse(publicationOf({ ...call, checkItems: [item] }).facts);
    expect(told.terms[1]).toEqual({ term: 'group', meaning: expect.stringContaining('Two are enough') });
    expect(told.selfCheck).toEqual([
      { statement: 'We live here.', route: 'partner', advice: 'Call Rosa.', link: '', otherCall: null },
    ]);
  });
  it('leaves out who wrote it and the ids of this portal', () => {
    expect(publicationOf(call).facts).not.toContain('"id"');
  });
});
