import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { type ChangeRefusal, type ChangingCall, changesAllowed, type SincePublished } from './changing.ts';
import { PLAIN_QUESTION } from './questions.ts';
import { TEMPLATES } from './templates.ts';
import { USUAL_DECISION } from './usual-decision.ts';

const OPENS = Date.UTC(2026, 2, 2, 9);
const CLOSES = OPENS + 42 * DAY;
const WHILE_OPEN = OPENS + 7 * DAY;
const NOBODY: SincePublished = { begun: 0, isStopped: false };
const SOMEBODY: SincePublished = { begun: 1, isStopped: false };

const what = { ...PLAIN_QUESTION, id: 'what', label: 'What?', guidance: '', wordsMax: 200, required: true };
const where = {
  ...PLAIN_QUESTION,
  id: 'where',
  kind: 'choice',
  label: 'Where?',
  guidance: '',
  wordsMax: 0,
  required: false,
  options: ['Here', 'There'],
} as const;
const spoken = { ...what, id: 'spoken', label: 'Tell us.', byVideo: true, byVoice: true };
const detail = {
  ...what,
  id: 'detail',
  label: 'Where exactly?',
  required: false,
  onlyIf: { questionId: 'where', anyOf: ['There'] },
};
const added = { ...what, id: 'added', label: 'Anything else?', required: false };
const session = {
  id: 'session',
  kind: 'information-session',
  startsAt: OPENS + DAY,
  endsAt: null,
  place: 'Hall',
} as const;
const decisions = { id: 'decisions', kind: 'decisions', startsAt: CLOSES + 30 * DAY, endsAt: null, place: '' } as const;

const call: ChangingCall = {
  ...USUAL_DECISION,
  strand: 'social-innovation',
  language: 'en',
  slug: 'ideas',
  title: 'Ideas',
  summary: 'Up to £3,000.',
  about: 'We look for ideas.',
  whoCanApply: 'You live here.',
  support: 'A mentor.',
  themes: ['Housing', 'Health'],
  currency: 'GBP',
  potMinor: 9_000_000,
  awardMaxMinor: 300_000,
  awardsPlanned: 16,
  timeZone: 'Europe/London',
  opensAt: OPENS,
  closesAt: CLOSES,
  videoAllowed: true,
  videoSecondsMax: 180,
  invitationOnly: false,
  questions: [what, where, spoken, detail],
  criteria: TEMPLATES['social-innovation'].criteria,
  terms: [],
  checkItems: [],
  dates: [session, decisions],
};

const refusedIn = (changes: Partial<ChangingCall>, since = SOMEBODY, now = WHILE_OPEN) =>
  changesAllowed(call, { ...call, ...changes }, since, now).map(({ refusal }) => refusal);
const withQuestion = (changed: ChangingCall['questions'][number]) => ({
  questions: call.questions.map((question) => (question.id === changed.id ? changed : question)),
});
const [need, ...others] = call.criteria;
if (need === undefined) throw new Error('the template has criteria');

describe('a change to a published call', () => {
  it('may leave everything as it is', () => {
    expect(refusedIn({})).toEqual([]);
  });

  it.each<[string, Partial<ChangingCall>]>([
    ['its title', { title: 'Better ideas' }],
    ['its summary', { summary: 'Up to £3,000 each.' }],
    ['what it offers', { about: 'We look for small ideas.' }],
    ['who can apply', { whoCanApply: 'You live or work here.' }],
    ['the help that groups get', { support: 'Two mentors.' }],
    ['its agreed words', { terms: [{ term: 'group', meaning: 'Two or more people.' }] }],
    [
      'its self-check',
      { checkItems: [{ statement: 'We are two.', route: 'partner', advice: 'Ask us.', link: '', otherSlug: null }] },
    ],
    ['more money', { potMinor: call.potMinor + 1 }],
    ['larger awards while it is open', { awardMaxMinor: call.awardMaxMinor + 1 }],
    ['more awards', { awardsPlanned: 17 }],
    ['one theme more', { themes: ['Food', 'Housing', 'Health'] }],
    ['longer videos', { videoSecondsMax: 181 }],
    ['a later closing', { closesAt: CLOSES + 1 }],
    ['a hint for an answer', withQuestion({ ...what, guidance: 'Tell us who it is for.' })],
    ['another heading', withQuestion({ ...what, section: 'Your idea' })],
    ['an estimate of minutes', withQuestion({ ...what, minutes: 20 })],
    ['a longer answer', withQuestion({ ...what, wordsMax: 201 })],
    ['answers on video', withQuestion({ ...what, byVideo: true })],
    ['answers by voice', withQuestion({ ...what, byVoice: true })],
    ['one option more', withQuestion({ ...where, options: ['Here', 'Elsewhere', 'There'] })],
    ['the order of the questions', { questions: [where, what, detail, spoken] }],
    ['a question that can stay empty', { questions: [...call.questions, added] }],
    ['a date that is still to come', { dates: [session, { ...decisions, startsAt: decisions.startsAt + DAY }] }],
    ['one date less of those to come', { dates: [session] }],
    ['one date more', { dates: [session, { ...session, id: 'second', startsAt: WHILE_OPEN + 1 }, decisions] }],
  ])('may bring %s', (_, changes) => {
    expect(refusedIn(changes)).toEqual([]);
  });

  it.each<[ChangeRefusal, Partial<ChangingCall>]>([
    ['strand-fixed', { strand: 'social-enterprise' }],
    ['slug-fixed', { slug: 'better-ideas' }],
    ['currency-fixed', { currency: 'EUR' }],
    ['time-zone-fixed', { timeZone: 'Europe/Paris' }],
    ['pot-smaller', { potMinor: call.potMinor - 1 }],
    ['award-max-smaller', { awardMaxMinor: call.awardMaxMinor - 1 }],
    ['awards-fewer', { awardsPlanned: 15 }],
    ['theme-removed', { themes: ['Housing'] }],
    ['theme-removed', { themes: ['Housing', 'Good health'] }],
    ['video-taken-away', { videoAllowed: false }],
    ['video-shorter', { videoSecondsMax: 179 }],
    ['participant-share-fixed', { participantShareMinPercent: call.participantShareMinPercent + 1 }],
    ['participant-share-fixed', { participantShareMinPercent: call.participantShareMinPercent - 1 }],
    ['vote-formula-fixed', { hasPitchDay: false }],
    ['vote-formula-fixed', { panelWeightPercent: 61, publicWeightPercent: 39 }],
    ['vote-formula-fixed', { minimumSupportPercent: call.minimumSupportPercent - 1 }],
    ['vote-formula-fixed', { choicesMax: call.choicesMax + 1 }],
    ['vote-formula-fixed', { choicesRanked: !call.choicesRanked }],
    ['vote-formula-fixed', { judgesMin: call.judgesMin + 1 }],
    ['vote-formula-fixed', { roomPotMinor: call.roomPotMinor + 1 }],
    ['tie-rule-fixed', { tieRule: 'panel-score' }],
    ['invitation-fixed', { invitationOnly: true }],
    ['criteria-fixed', { criteria: others }],
    ['criteria-fixed', { criteria: [...others, need] }],
    ['criteria-fixed', { criteria: [...call.criteria, { ...need, name: 'Another' }] }],
    ['criteria-fixed', { criteria: [{ ...need, name: 'Needed' }, ...others] }],
    ['criteria-fixed', { criteria: [{ ...need, question: 'Is it?' }, ...others] }],
    ['criteria-fixed', { criteria: [{ ...need, weightPercent: need.weightPercent + 1 }, ...others] }],
    ['criteria-fixed', { criteria: [{ ...need, anchors: need.anchors.slice(1) }, ...others] }],
    ['opening-passed', { opensAt: OPENS + 1 }],
    ['closing-earlier', { closesAt: CLOSES - 1 }],
    ['closing-in-the-past', { closesAt: WHILE_OPEN }],
    ['question-removed', { questions: [what, where, detail] }],
    ['question-reworded', withQuestion({ ...what, label: 'What is it?' })],
    ['question-kind-fixed', withQuestion({ ...what, kind: 'line' })],
    ['question-need-fixed', withQuestion({ ...what, required: false })],
    ['question-need-fixed', withQuestion({ ...where, required: true })],
    ['question-condition-fixed', withQuestion({ ...detail, onlyIf: null })],
    ['question-condition-fixed', withQuestion({ ...detail, onlyIf: { questionId: 'where', anyOf: ['Here'] } })],
    ['question-condition-fixed', withQuestion({ ...what, onlyIf: { questionId: 'where', anyOf: ['Here'] } })],
    ['question-words-fewer', withQuestion({ ...what, wordsMax: 199 })],
    ['question-video-taken-away', withQuestion({ ...spoken, byVideo: false })],
    ['question-voice-taken-away', withQuestion({ ...spoken, byVoice: false })],
    ['question-option-removed', withQuestion({ ...where, options: ['Here', 'Elsewhere'] })],
    ['needed-question-added', { questions: [...call.questions, { ...added, required: true }] }],
    ['past-date-changed', { dates: [decisions] }],
    ['past-date-changed', { dates: [{ ...session, place: 'Library' }, decisions] }],
    ['past-date-changed', { dates: [{ ...session, endsAt: session.startsAt + HOUR }, decisions] }],
    ['date-in-the-past', { dates: [session, { ...session, id: 'other', startsAt: WHILE_OPEN }, decisions] }],
  ])('is refused as %s', (refusal, changes) => {
    expect(refusedIn(changes)).toContain(refusal);
  });

  it('names the question or theme it would take away', () => {
    const changed = { ...call, themes: ['Health'], ...withQuestion({ ...what, wordsMax: 1, label: 'Why?' }) };
    expect(changesAllowed(call, changed, SOMEBODY, WHILE_OPEN)).toEqual([
      { refusal: 'theme-removed', about: 'Housing' },
      { refusal: 'question-reworded', about: 'What?' },
      { refusal: 'question-words-fewer', about: 'What?' },
    ]);
  });

  it('may turn video on, and never off', () => {
    const written = { ...call, videoAllowed: false };
    expect(changesAllowed(written, call, SOMEBODY, WHILE_OPEN)).toEqual([]);
  });

  it('may close the call earlier only while nobody has begun', () => {
    const earlier = { closesAt: CLOSES - DAY };
    expect(refusedIn(earlier, NOBODY)).toEqual([]);
    expect(refusedIn(earlier, SOMEBODY)).toEqual(['closing-earlier']);
  });

  it('never closes the call in the past, to the millisecond', () => {
    expect(refusedIn({ closesAt: WHILE_OPEN + 1 }, NOBODY)).toEqual([]);
    expect(refusedIn({ closesAt: WHILE_OPEN }, NOBODY)).toEqual(['closing-in-the-past']);
  });

  it('may open a closed call again until somebody begins to read', () => {
    const again = { closesAt: CLOSES + 7 * DAY };
    expect(refusedIn(again, SOMEBODY, CLOSES + DAY)).toEqual([]);
    expect(refusedIn(again, { begun: 1, isStopped: true }, CLOSES + DAY)).toEqual(['closing-after-the-stop']);
    expect(refusedIn({ title: 'Ideas!' }, { begun: 1, isStopped: true }, CLOSES + DAY)).toEqual([]);
  });

  it('may move the opening while it is still to come, and not into the past', () => {
    const before = OPENS - DAY;
    const dates = [decisions];
    const coming = { ...call, dates };
    const moved = (opensAt: number, now: number) =>
      changesAllowed(coming, { ...coming, opensAt }, NOBODY, now).map(({ refusal }) => refusal);
    expect(moved(OPENS + DAY, before)).toEqual([]);
    expect(moved(before, before)).toEqual([]);
    expect(moved(before - 1, before)).toEqual(['opening-in-the-past']);
    expect(moved(OPENS + DAY, OPENS - 1)).toEqual([]);
    expect(moved(OPENS + DAY, OPENS)).toEqual(['opening-passed']);
  });

  it('gives nobody more to ask for, and asks nothing new, once the call is closed', () => {
    const larger = { awardMaxMinor: call.awardMaxMinor + 1 };
    const asked = { questions: [...call.questions, added] };
    expect(refusedIn({ ...larger, ...asked }, SOMEBODY, CLOSES - 1)).toEqual([]);
    expect(refusedIn({ ...larger, ...asked }, SOMEBODY, CLOSES)).toEqual([
      'award-max-after-closing',
      'question-after-closing',
    ]);
  });

  it('counts a date as passed from the moment it begins', () => {
    const moved = { dates: [{ ...session, startsAt: session.startsAt + 2 * DAY }, decisions] };
    expect(refusedIn(moved, NOBODY, session.startsAt - 1)).toEqual([]);
    expect(refusedIn(moved, NOBODY, session.startsAt)).toEqual(['past-date-changed']);
  });
});
