import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { draftCall } from '#test/world/trial-call.ts';
import { publishCall } from '../call/commands/publish-call.server.ts';
import { setQuestions } from '../call/commands/set-questions.server.ts';
import { callById } from '../call/queries/call-facts.server.ts';
import { PLAIN_QUESTION } from '../call/rules/questions.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { startApplication } from './commands/start-application.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { exportRows } from './queries/export-rows.server.ts';
import { FILE_COLUMNS } from './rules/export-row.ts';
import { NO_FILTER } from './rules/listing.ts';

const plain = { ...PLAIN_QUESTION, guidance: '', required: false };
const DETAILS = {
  title: 'A kitchen that listens',
  oneLine: 'We cook.',
  groupName: 'Thursday Table',
  city: 'Coventry',
  moneyHolder: 'host',
  hostName: 'Harbour Trust',
  amountMinor: 250_000,
  language: 'en',
} as const;

/** A call that asks for a hall, and which one only those who need one. */
function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('ground', { Grace: ['manager'], Finn: ['finance'] });
  const grace = staff.Grace ?? '';
  const { id, opensAt } = draftCall(world, grace, partnerId);
  setQuestions(world.as(grace), id, [
    { ...plain, required: true, key: 'hall', kind: 'choice', label: 'A hall?', wordsMax: 0, options: ['Yes', 'No'] },
    { ...plain, kind: 'line', label: 'Which one?', wordsMax: 20, onlyIf: { questionId: 'hall', anyOf: ['Yes'] } },
  ]);
  expect(publishCall(world.as(grace), id)).toMatchObject({ ok: true });
  world.moveTo(opensAt);
  const call = callById(world.as(null), id);
  if (call === null) throw new Error('a call that was published can be found');
  const [hall = '', which = ''] = call.questions.map((question) => question.id);
  const send = (name: string, answers: readonly (readonly [string, string])[]) => {
    const who = world.as(world.person(name));
    const begun = startApplication(who, id, { ...DETAILS, theme: call.themes[0] ?? '' });
    const applicationId = begun.ok ? begun.value.applicationId : '';
    for (const [questionId, text] of answers) saveAnswer(who, applicationId, questionId, text);
    expect(submitApplication(who, applicationId).ok).toBe(true);
    return applicationId;
  };
  const file = () => [...(exportRows(world.as(grace), id, { kind: 'all', filter: NO_FILTER })?.lines ?? [])];
  return { world, call, hall, which, finn: staff.Finn ?? '', send, file };
}

const column = (name: (typeof FILE_COLUMNS)[number]) => FILE_COLUMNS.indexOf(name);

describe('a file of applications', () => {
  it('holds what was asked and sent, and not what a later choice took away', () => {
    const { hall, which, send, file } = office();
    send('Amina', [
      [hall, 'Yes'],
      [which, 'The old library'],
      [hall, 'No'],
    ]);
    send('Yusuf', [
      [hall, 'Yes'],
      [which, 'St Mark’s'],
    ]);
    expect(file().map((line) => [line[column('moneyHolder')], line[column('hostName')]])).toEqual([
      ['host', 'Harbour Trust'],
      ['host', 'Harbour Trust'],
    ]);
    const answers = file().map((line) => line.slice(FILE_COLUMNS.length));
    expect(answers.toSorted()).toEqual([
      ['No', ''],
      ['Yes', 'St Mark’s'],
    ]);
  });

  it('says of what was taken back that it was, and repeats none of its words', async () => {
    const { world, hall, which, send, file } = office();
    const applicationId = send('Amina', [
      [hall, 'Yes'],
      [which, 'The old library'],
    ]);
    expect(JSON.stringify(file())).toContain('The old library');
    await withdrawApplication(world.as(world.person('Amina')), applicationId);
    const [line = []] = file();
    expect(line[column('state')]).toBe('withdrawn');
    expect(line[column('words')]).toBe(0);
    expect(JSON.stringify(line)).not.toMatch(/We cook|The old library|Yes/);
  });

  it('is for the managers of the partner alone', () => {
    const { world, call, finn, hall, send } = office();
    send('Amina', [[hall, 'No']]);
    for (const who of [finn, world.person('Amina'), null]) {
      expect(exportRows(world.as(who), call.id, { kind: 'all', filter: NO_FILTER })).toBeNull();
    }
  });
});
