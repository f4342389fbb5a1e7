import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import { type PublishedFacts, publicationOf } from './publication.ts';
import { TEMPLATES, USUAL_DECISION } from './templates.ts';

const call: PublishedFacts = {
  ...USUAL_DECISION,
  invitationOnly: false,
  criteria: TEMPLATES['social-innovation'].criteria,
  questions: TEMPLATES['social-innovation'].questions.map((asked) => ({ ...asked, id: asked.label })),
  partnerName: 'Common Ground',
  strand: 'social-innovation',
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
  it('names the question of a condition by its place', () => {
    const [first, second, ...others] = call.questions;
    if (first === undefined || second === undefined) throw new Error('a template has questions');
    const choice = { ...first, kind: 'choice', options: ['Yes', 'No'] } as const;
    const onlyIf = { questionId: first.id, anyOf: ['Yes'] };
    const told = JSON.parse(publicationOf({ ...call, questions: [choice, { ...second, onlyIf }, ...others] }).facts);
    expect(told.questions[1].onlyIf).toEqual({ question: 1, anyOf: ['Yes'] });
    expect(told.questions[0].onlyIf).toBeNull();
  });
  it('leaves out who wrote it and the ids of this portal', () => {
    expect(publicationOf(call).facts).not.toContain('"id"');
  });
});
