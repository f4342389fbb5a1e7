import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import {
  OPEN_AT_LEAST,
  publishingProblems,
  publishingWarnings,
  type WholeCall,
  WORDS_ALTOGETHER_MAX,
} from './publishing.ts';
import { PLAIN_QUESTION } from './questions.ts';
import { type CallTemplate, TEMPLATES } from './templates.ts';
import { USUAL_DECISION } from './usual-decision.ts';

const NOW = 1_000;
const whole: WholeCall = {
  ...USUAL_DECISION,
  invitationOnly: false,
  checkItems: [],
  ...started(TEMPLATES['social-innovation']),
  strand: 'social-innovation',
  language: 'en',
  title: 'Ideas',
  summary: 'Up to £3,000.',
  about: 'We look for ideas.',
  whoCanApply: 'You live here.',
  support: 'A mentor.',
  themes: [],
  currency: 'GBP',
  potMinor: 9_000_000,
  awardMaxMinor: 300_000,
  awardsPlanned: 16,
  timeZone: 'Europe/London',
  opensAt: NOW,
  closesAt: NOW + OPEN_AT_LEAST,
  dates: [
    { kind: 'pitch-day', startsAt: NOW + 30 * DAY, endsAt: null, place: '' },
    { kind: 'decisions', startsAt: NOW + 40 * DAY, endsAt: null, place: '' },
  ],
};
const problems = (changes: Partial<WholeCall>) => publishingProblems({ ...whole, ...changes }, NOW);
const warnings = (changes: Partial<WholeCall>) => publishingWarnings({ ...whole, ...changes }, NOW);
const [first, ...others] = whole.criteria;
if (first === undefined) throw new Error('a template has criteria');
const question = { ...PLAIN_QUESTION, id: 'what', label: 'What?', guidance: '', wordsMax: 100, required: true };

/** A template as a draft keeps it: with an id for each question. */
function started({ questions, criteria }: CallTemplate) {
  return { criteria, questions: questions.map((asked) => ({ ...asked, id: asked.label })) };
}

describe('what is missing before a call can be published', () => {
  it('is nothing when facts, questions and criteria are there', () => {
    expect(problems({})).toEqual([]);
    expect(problems(started(TEMPLATES['social-enterprise']))).toEqual([]);
  });
  it('is every empty text', () => {
    expect(problems({ summary: ' ', about: '', whoCanApply: '\n', support: '' })).toEqual([
      'summary-missing',
      'about-missing',
      'who-missing',
      'support-missing',
    ]);
  });
  it('is a closing time that is still to come', () => {
    expect(problems({ closesAt: NOW + 1 })).toEqual([]);
    expect(problems({ closesAt: NOW })).toEqual(['closes-in-the-past']);
  });
  it('is a question, and one that needs an answer', () => {
    expect(problems({ questions: [] })).toEqual(['questions-missing']);
    expect(problems({ questions: [{ ...question, required: false }] })).toEqual(['needed-question-missing']);
    expect(problems({ questions: [question] })).toEqual([]);
  });
  it('is a needed question that everybody is asked', () => {
    const options = ['Yes', 'No'];
    const choice = { ...question, id: 'hall', kind: 'choice', options, required: false } as const;
    const onlyIf = { questionId: 'hall', anyOf: ['No'] };
    expect(problems({ questions: [choice, { ...question, onlyIf }] })).toEqual(['needed-question-missing']);
    expect(
      problems({
        questions: [
          { ...choice, required: true },
          { ...question, onlyIf },
        ],
      }),
    ).toEqual([]);
  });
  it('is a condition that can hold', () => {
    const onlyIf = { questionId: 'gone', anyOf: ['No'] };
    expect(problems({ questions: [question, { ...question, id: 'how', onlyIf }] })).toEqual(['condition-broken']);
  });
  it('is a way to answer, where only a video would do and the call takes none', () => {
    const spoken = { ...question, id: 'tell', kind: 'recording', wordsMax: 0, byVideo: true } as const;
    expect(problems({ questions: [question, spoken], videoAllowed: false })).toEqual(['recording-impossible']);
    expect(problems({ questions: [question, spoken], videoAllowed: true })).toEqual([]);
  });
  it('is a criterion, and weights of exactly 100', () => {
    expect(problems({ criteria: [] })).toEqual(['criteria-missing']);
    expect(problems({ criteria: [{ ...first, weightPercent: 100 }] })).toEqual([]);
    expect(problems({ criteria: [{ ...first, weightPercent: 99 }] })).toEqual(['criteria-weights-not-hundred']);
    expect(problems({ criteria: [{ ...first, weightPercent: 26 }, ...others] })).toEqual([
      'criteria-weights-not-hundred',
    ]);
  });
  it('is the words of any of the five scores', () => {
    const fourOnly = first.anchors.filter((anchor) => anchor.score !== 3);
    expect(problems({ criteria: [{ ...first, anchors: fourOnly }, ...others] })).toEqual(['anchors-missing']);
    const blank = [...fourOnly, { score: 3, words: ' ' }];
    expect(problems({ criteria: [{ ...first, anchors: blank }, ...others] })).toEqual(['anchors-missing']);
  });
});

describe('what must be ticked before a call is published', () => {
  it('is nothing for the usual call', () => {
    expect(warnings({})).toEqual([]);
  });
  it('is a promise of more than the pot, by one penny', () => {
    expect(warnings({ potMinor: 4_800_000 })).toEqual([]);
    expect(warnings({ potMinor: 4_799_999 })).toEqual(['awards-over-pot']);
  });
  it('is a panel with fewer than one third participants', () => {
    expect(warnings({ participantShareMinPercent: 33 })).toEqual([]);
    expect(warnings({ participantShareMinPercent: 32 })).toEqual(['participants-under-a-third']);
  });
  it('is a window under two weeks, counted from now when it is open already', () => {
    expect(warnings({ closesAt: NOW + OPEN_AT_LEAST - 1 })).toEqual(['open-under-two-weeks']);
    expect(warnings({ opensAt: 0, closesAt: NOW + OPEN_AT_LEAST - 1 })).toEqual(['open-under-two-weeks']);
    expect(warnings({ opensAt: NOW + 1 })).toEqual(['open-under-two-weeks']);
  });
  it('is a vote that counts more than the panel', () => {
    expect(warnings({ panelWeightPercent: 50, publicWeightPercent: 50 })).toEqual([]);
    expect(warnings({ panelWeightPercent: 49, publicWeightPercent: 51 })).toEqual(['vote-outweighs-panel']);
  });
  it('is a room that shares out less than one group may ask for', () => {
    expect(warnings({ roomPotMinor: 0 })).toEqual([]);
    expect(warnings({ roomPotMinor: 299_999 })).toEqual(['room-pot-under-award']);
    expect(warnings({ roomPotMinor: 300_000 })).toEqual([]);
  });
  it('is a self-check that sounds like asking for papers', () => {
    const asking = (...statements: string[]) => statements.map((statement) => ({ statement }));
    expect(warnings({ checkItems: asking('Our idea happens in Coventry.') })).toEqual([]);
    expect(warnings({ checkItems: asking('We live here.', 'You have a visa.') })).toEqual(['self-check-frightens']);
  });
  it('is a form longer than three pages', () => {
    const long = (words: number) => [
      { ...question, wordsMax: 100 },
      { ...question, wordsMax: words - 100 },
    ];
    expect(warnings({ questions: long(WORDS_ALTOGETHER_MAX) })).toEqual([]);
    expect(warnings({ questions: long(WORDS_ALTOGETHER_MAX + 1) })).toEqual(['form-is-long']);
  });
});
