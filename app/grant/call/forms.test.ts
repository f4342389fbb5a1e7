import { describe, expect, it } from 'vitest';
import { readForm } from '#app/ui/read-form.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { criterionForm, factsForm, questionForm, tickOf } from './forms.ts';
import { PLAIN_QUESTION } from './rules/questions.ts';
import { factsValues } from './ui/facts-values.ts';

const { callDesk: words } = wordsIn('en').words;

const typed: Record<string, string> = {
  strand: 'social-innovation',
  title: 'Ideas for our street',
  slug: '',
  summary: 'Up to £3,000.',
  about: 'We look for ideas.',
  whoCanApply: 'You live here.',
  support: 'A mentor.',
  themes: 'Housing\n\n  Health \nHousing',
  currency: 'GBP',
  potMinor: '£90,000',
  awardMaxMinor: '3000',
  awardsPlanned: '16',
  timeZone: 'Europe/London',
  opensAt: '2026-03-02T09:00',
  closesAt: '2026-04-13T12:00',
  videoAllowed: 'on',
  videoSecondsMax: '180',
  participantShareMinPercent: '33',
  hasPitchDay: 'on',
  panelWeightPercent: '60',
  publicWeightPercent: '40',
  minimumSupportPercent: '10',
  choicesMax: '3',
  tieRule: 'lot',
};

async function read(changes: Record<string, string | null> = {}) {
  const formData = new FormData();
  for (const [name, value] of Object.entries({ ...typed, ...changes }))
    if (value !== null) formData.append(name, value);
  return readForm(formData, factsForm);
}
async function errors(changes: Record<string, string | null>) {
  const form = await read(changes);
  return form.ok ? {} : form.reply.errors;
}

describe('typing the facts of a call', () => {
  it('reads the part of the pot that the room shares out, and an empty field as none', async () => {
    expect(await read()).toMatchObject({ value: { roomPotMinor: 0 } });
    expect(await read({ roomPotMinor: '5,000' })).toMatchObject({ value: { roomPotMinor: 500_000 } });
    expect(await errors({ roomPotMinor: 'some' })).toHaveProperty('roomPotMinor');
    expect(await errors({ roomPotMinor: '90,001' })).toHaveProperty('roomPotMinor');
  });

  it('reads how many judges score on the day, and an empty field as none', async () => {
    expect(await read()).toMatchObject({ value: { judgesMin: 0 } });
    expect(await read({ judgesMin: '2' })).toMatchObject({ value: { judgesMin: 2 } });
    expect(await errors({ judgesMin: 'two' })).toHaveProperty('judgesMin');
    expect(await errors({ judgesMin: '21' })).toHaveProperty('judgesMin');
  });

  it('reads whether voters put groups in order, and says where they cannot', async () => {
    expect(await read()).toMatchObject({ value: { choicesRanked: false } });
    expect(await read({ choicesRanked: 'on' })).toMatchObject({ value: { choicesRanked: true } });
    expect(await errors({ choicesRanked: 'on', choicesMax: '6' })).toHaveProperty('choicesRanked');
    expect(await errors({ choicesRanked: 'on', roomPotMinor: '5,000' })).toHaveProperty('choicesRanked');
  });

  it('reads money, moments, ticks and lists as people write them', async () => {
    const form = await read();
    expect(form.ok && form.value).toMatchObject({
      slug: 'ideas-for-our-street',
      themes: ['Housing', 'Health'],
      potMinor: 9_000_000,
      awardMaxMinor: 300_000,
      opensAt: Date.UTC(2026, 2, 2, 9),
      closesAt: Date.UTC(2026, 3, 13, 11),
      videoAllowed: true,
      hasPitchDay: true,
    });
  });

  it('shows what it read, so that saving it again changes nothing', async () => {
    const form = await read();
    if (!form.ok) throw new Error('the facts can be read');
    const { videoAllowed, hasPitchDay, choicesRanked, invitationOnly, ...shown } = factsValues(form.value);
    const again = await read(Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, String(value)])));
    expect([videoAllowed, hasPitchDay, choicesRanked, invitationOnly]).toEqual([true, true, false, false]);
    expect(again.ok && again.value).toEqual(form.value);
  });

  it('says everything that cannot be read in one round, and keeps all that was typed', async () => {
    const form = await read({
      potMinor: 'a lot',
      awardsPlanned: '',
      closesAt: '2026-02-30T10:00',
      timeZone: 'Coventry',
    });
    if (form.ok) throw new Error('the facts cannot be read');
    expect(form.reply.errors).toEqual({
      potMinor: words.unreadable.potMinor,
      awardsPlanned: words.unreadable.awardsPlanned,
      closesAt: words.closingFaults['not-a-time'],
      timeZone: words.zoneUnknown,
    });
    expect(form.reply.typed).toMatchObject({
      potMinor: ['a lot'],
      closesAt: ['2026-02-30T10:00'],
      title: [typed.title],
    });
  });

  it('refuses a closing time in an hour that the clock skips or shows twice', async () => {
    expect(await errors({ closesAt: '2026-03-29T01:30' })).toEqual({
      closesAt: words.closingFaults['skipped-by-the-clock'],
    });
    expect(await errors({ closesAt: '2026-10-25T01:30' })).toEqual({
      closesAt: words.closingFaults['twice-by-the-clock'],
    });
    expect(await errors({ closesAt: '2026-10-25T01:30', timeZone: 'Asia/Kolkata' })).toEqual({});
  });

  it('says what does not fit together', async () => {
    expect(await errors({ closesAt: '2026-03-02T09:00' })).toEqual({ closesAt: words.faults['closes-before-opens'] });
    expect(await errors({ hasPitchDay: null })).toEqual({
      publicWeightPercent: words.faults['vote-without-pitch-day'],
    });
    expect(await errors({ title: ' ' })).toEqual({ title: words.faults['title-empty'] });
    expect(await errors({ slug: 'Not So' })).toEqual({ slug: words.faults['slug-malformed'] });
    expect(await errors({ title: 'أفكار' })).toEqual({ slug: words.slugFromTitle });
    expect(await errors({ title: 'أفكار', slug: 'afkar' })).toEqual({});
  });

  it('takes twelve themes and not thirteen', async () => {
    const themes = (count: number) => Array.from({ length: count }, (_, place) => `Theme ${place}`).join('\n');
    expect(await errors({ themes: themes(12) })).toEqual({});
    expect(await errors({ themes: themes(13) })).toEqual({ themes: words.themesTooMany });
  });
});

describe('typing a question and a criterion', () => {
  it('reads an unticked box as no', async () => {
    const formData = new FormData();
    for (const [name, value] of [
      ['kind', 'text'],
      ['label', 'What?'],
      ['wordsMax', '100'],
      ['required', 'on'],
    ] as const)
      formData.append(name, value);
    const form = await readForm(formData, questionForm);
    expect(form.ok && form.value).toEqual({
      ...PLAIN_QUESTION,
      label: 'What?',
      guidance: '',
      wordsMax: 100,
      required: true,
    });
  });
  it('reads options, an estimate and a condition, and empties what the kind does not use', async () => {
    const formData = new FormData();
    for (const [name, value] of [
      ['kind', 'choices'],
      ['label', 'Which room?'],
      ['wordsMax', 'as before'],
      ['minutes', '2'],
      ['byVideo', 'on'],
      ['options', 'A hall\n\n  A big kitchen \nA hall'],
      ['onlyIf', tickOf('q1', 'Yes, we have one')],
      ['onlyIf', tickOf('q1', 'Not yet')],
    ] as const)
      formData.append(name, value);
    const form = await readForm(formData, questionForm);
    expect(form.ok && form.value).toEqual({
      ...PLAIN_QUESTION,
      kind: 'choices',
      label: 'Which room?',
      guidance: '',
      wordsMax: 0,
      minutes: 2,
      required: false,
      options: ['A hall', 'A big kitchen'],
      onlyIf: { questionId: 'q1', anyOf: ['Yes, we have one', 'Not yet'] },
    });
  });
  it('says everything that is wrong with a question at once', async () => {
    const formData = new FormData();
    for (const [name, value] of [
      ['kind', 'choice'],
      ['minutes', 'a few'],
      ['options', 'Yes'],
      ['onlyIf', tickOf('q1', 'Yes')],
      ['onlyIf', tickOf('q2', 'Yes')],
    ] as const)
      formData.append(name, value);
    const form = await readForm(formData, questionForm);
    expect(!form.ok && form.reply.errors).toEqual({
      label: words.faults['label-empty'],
      minutes: words.faults['minutes-out-of-range'],
      options: words.faults['options-too-few'],
      onlyIf: words.conditionOfTwo,
    });
  });
  it('leaves out the scores that have no words yet', async () => {
    const formData = new FormData();
    for (const [name, value] of [
      ['name', 'Need'],
      ['weightPercent', '25'],
      ['anchor1', 'No'],
      ['anchor5', ' Yes '],
    ] as const) {
      formData.append(name, value);
    }
    const form = await readForm(formData, criterionForm);
    expect(form.ok && form.value).toEqual({
      name: 'Need',
      question: '',
      weightPercent: 25,
      anchors: [
        { score: 1, words: 'No' },
        { score: 5, words: 'Yes' },
      ],
    });
  });
});
