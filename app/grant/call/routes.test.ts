import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { draftCall, openCall } from '#test/world/trial-call.ts';
import { tickOf } from './forms.ts';
import { callById } from './queries/call-facts.server.ts';
import { loader as callLoader } from './routes/call.tsx';
import { loader as factsFileLoader } from './routes/call-facts-file.tsx';
import { loader as callsLoader } from './routes/calls.tsx';
import { loader as deskLoader } from './routes/staff-call.tsx';
import { action as questionAction, loader as questionLoader } from './routes/staff-call-question.tsx';
import { action as orderAction } from './routes/staff-call-questions.tsx';
import { loader as listLoader } from './routes/staff-calls.tsx';
import { action as editAction, loader as editLoader } from './routes/staff-edit-call.tsx';
import { action as newAction, loader as newLoader } from './routes/staff-new-call.tsx';
import { action as publishAction, loader as publishLoader } from './routes/staff-publish-call.tsx';
import type { factsValues } from './ui/facts-values.ts';

const { callDesk: words } = wordsIn('en').words;

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const other = world.partner('spark', { Otto: ['manager'] });
  return { world, partnerId, grace: staff.Grace ?? '', finn: staff.Finn ?? '', otto: other.staff.Otto ?? '' };
}

/** What Remix hands to a route when somebody asks for it. */
function asked(
  world: TestWorld,
  who: Id | null,
  params: Record<string, string>,
  form?: Record<string, string | string[]>,
) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form ?? {})) for (const one of [value].flat()) body.append(name, one);
  const request = new Request('http://localhost/here', form === undefined ? {} : { method: 'POST', body });
  return {
    request,
    params,
    context: { portal: world.as(who), sessions: createSessions(world) },
  } as unknown as LoaderFunctionArgs & ActionFunctionArgs;
}

/** The status of a thrown or returned response, and where it leads. */
async function answer(
  route: (args: never) => unknown,
  args: unknown,
): Promise<{ status: number; to: string | null; reply?: unknown }> {
  try {
    const result = await route(args as never);
    if (result instanceof Response) return { status: result.status, to: result.headers.get('Location') };
    const wrapped = result as { init?: { status?: number }; data?: unknown };
    return { status: wrapped.init?.status ?? 200, to: null, reply: wrapped.data ?? result };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, to: thrown.headers.get('Location') };
  }
}

const typedFacts = (partnerId: Id) => ({
  partnerId,
  strand: 'social-enterprise',
  title: 'Start something',
  slug: '',
  summary: '',
  about: '',
  whoCanApply: '',
  support: '',
  themes: '',
  currency: 'GBP',
  potMinor: '80,000',
  awardMaxMinor: '5,000',
  awardsPlanned: '16',
  timeZone: 'Europe/London',
  opensAt: '2026-04-01T09:00',
  closesAt: '2026-05-01T12:00',
  videoSecondsMax: '180',
  participantShareMinPercent: '33',
  hasPitchDay: 'on',
  panelWeightPercent: '60',
  publicWeightPercent: '40',
  minimumSupportPercent: '10',
  choicesMax: '3',
  tieRule: 'lot',
});

describe('the public pages of a call', () => {
  it('are there for everybody once it is published, with the times in its zone', async () => {
    const { world, partnerId, grace } = office();
    openCall(world, grace, partnerId);
    const shown = await answer(callLoader, asked(world, null, { slug: 'ideas-for-our-street' }));
    expect(shown).toMatchObject({
      status: 200,
      reply: { call: { window: 'open', previewOf: null, timeZone: 'Europe/London' } },
    });
    expect(JSON.stringify(shown.reply)).not.toContain(grace);
    const list = callsLoader(asked(world, null, {}));
    expect([list.open.length, list['not-yet'].length, list.closed.length]).toEqual([1, 0, 0]);
  });

  it('say that a call is closed from its closing time on', async () => {
    const { world, partnerId, grace } = office();
    const { closesAt } = openCall(world, grace, partnerId);
    world.moveTo(closesAt - 1);
    expect(callsLoader(asked(world, null, {})).open).toHaveLength(1);
    world.moveTo(closesAt);
    expect(callsLoader(asked(world, null, {})).closed).toHaveLength(1);
  });

  it('show a draft to its own manager and are not found by anybody else', async () => {
    const { world, partnerId, grace, finn, otto } = office();
    const draft = draftCall(world, grace, partnerId);
    const at = (who: Id | null) => answer(callLoader, asked(world, who, { slug: draft.slug }));
    expect(await at(grace)).toMatchObject({ status: 200, reply: { call: { previewOf: draft.id } } });
    for (const someone of [otto, finn, world.person('Amina'), null]) expect((await at(someone)).status).toBe(404);
    expect(callsLoader(asked(world, null, {}))).toEqual({ open: [], 'not-yet': [], closed: [] });
  });

  it('give the frozen text with bytes that have the published hash', async () => {
    const { world, partnerId, grace } = office();
    const { slug } = openCall(world, grace, partnerId);
    const file = factsFileLoader(asked(world, null, { slug }));
    const shown = (await answer(callLoader, asked(world, null, { slug }))).reply as { call: { factsHash: string } };
    expect(sha256Hex(new Uint8Array(await file.arrayBuffer()))).toBe(shown.call.factsHash);
    const draft = draftCall(world, grace, partnerId, { slug: 'later' });
    expect((await answer(factsFileLoader, asked(world, grace, { slug: draft.slug }))).status).toBe(404);
  });
});

describe('the desk of a manager', () => {
  it('is not found by other people, whatever they ask of it', async () => {
    const { world, partnerId, grace, finn, otto } = office();
    const draft = draftCall(world, grace, partnerId);
    const question = draft.questions[0]?.id ?? '';
    const params = { callId: draft.id, questionId: question };
    for (const someone of [otto, finn, world.person('Amina')]) {
      for (const loader of [deskLoader, editLoader, questionLoader, publishLoader]) {
        expect((await answer(loader, asked(world, someone, params))).status).toBe(404);
      }
      for (const action of [editAction, questionAction, publishAction]) {
        expect((await answer(action, asked(world, someone, params, { intent: 'remove' }))).status).toBe(404);
      }
      expect(
        (await answer(orderAction, asked(world, someone, params, { id: question, direction: 'down' }))).status,
      ).toBe(404);
    }
    for (const someone of [finn, world.person('Amina')]) {
      expect((await answer(listLoader, asked(world, someone, {}))).status).toBe(404);
      expect((await answer(newLoader, asked(world, someone, {}))).status).toBe(404);
    }
    expect(await answer(deskLoader, asked(world, null, params))).toMatchObject({
      status: 302,
      to: '/sign-in?next=%2Fhere',
    });
  });

  it('lists the calls of its own partner only', async () => {
    const { world, partnerId, grace, otto } = office();
    draftCall(world, grace, partnerId);
    expect(listLoader(asked(world, grace, {})).calls.map((call) => call.slug)).toEqual(['ideas-for-our-street']);
    expect(listLoader(asked(world, otto, {})).calls).toEqual([]);
  });
});

describe('making a call on the desk', () => {
  it('leads to the draft, with the questions of its strand', async () => {
    const { world, partnerId, grace } = office();
    const { status, to } = await answer(newAction, asked(world, grace, {}, typedFacts(partnerId)));
    expect(status).toBe(302);
    const call = callById(world.as(null), to?.split('/').at(-1) ?? '');
    expect(call).toMatchObject({ slug: 'start-something', state: 'draft', partnerId, videoAllowed: false });
    expect(call?.criteria.map((criterion) => criterion.name)).toEqual([
      'Customers',
      'Team',
      'The good it does',
      'Numbers',
    ]);
  });

  it('answers 422 with a word at the field and everything that was typed', async () => {
    const { world, partnerId, grace } = office();
    const typed = { ...typedFacts(partnerId), awardMaxMinor: '90,000', about: 'A long text' };
    expect(await answer(newAction, asked(world, grace, {}, typed))).toMatchObject({
      status: 422,
      reply: {
        errors: { awardMaxMinor: words.faults['award-max-over-pot'] },
        typed: { about: ['A long text'], awardMaxMinor: ['90,000'], potMinor: ['80,000'] },
      },
    });
  });

  it('says that an address is taken, at its field', async () => {
    const { world, partnerId, grace } = office();
    draftCall(world, grace, partnerId, { slug: 'start-something' });
    expect(await answer(newAction, asked(world, grace, {}, typedFacts(partnerId)))).toMatchObject({
      status: 422,
      reply: { errors: { slug: words.faults['slug-taken'] }, typed: { title: ['Start something'] } },
    });
  });

  it('cannot make a call for another partner', async () => {
    const { world, partnerId, otto } = office();
    expect((await answer(newAction, asked(world, otto, {}, typedFacts(partnerId)))).status).toBe(404);
  });
});

describe('changing a draft on the desk', () => {
  it('saves the facts as they are shown, unchanged', async () => {
    const { world, partnerId, grace } = office();
    const draft = draftCall(world, grace, partnerId);
    const { values } = (await answer(editLoader, asked(world, grace, { callId: draft.id }))).reply as {
      values: ReturnType<typeof factsValues>;
    };
    const posted = Object.fromEntries(
      Object.entries(values)
        .filter(([, value]) => value !== false && value !== null)
        .map(([name, value]) => [name, value === true ? 'on' : String(value)]),
    );
    expect((await answer(editAction, asked(world, grace, { callId: draft.id }, posted))).status).toBe(302);
    expect(callById(world.as(null), draft.id)).toEqual(draft);
  });

  it('adds, changes, moves and removes a question', async () => {
    const { world, partnerId, grace } = office();
    const { id: callId, questions } = draftCall(world, grace, partnerId);
    const labels = () => callById(world.as(null), callId)?.questions.map((question) => question.label) ?? [];
    const [one, two, ...rest] = questions;
    const at = (questionId: string) => ({ callId, questionId });
    const added = await answer(
      questionAction,
      asked(world, grace, at('new'), { kind: 'text', label: 'And?', wordsMax: '50' }),
    );
    expect(added.status).toBe(302);
    expect(labels().at(-1)).toBe('And?');
    await answer(
      questionAction,
      asked(world, grace, at(one?.id ?? ''), { kind: 'text', section: 'Your idea', label: 'First', wordsMax: '50' }),
    );
    expect(labels()[0]).toBe('First');
    await answer(orderAction, asked(world, grace, { callId }, { id: one?.id ?? '', direction: 'down' }));
    expect(labels().slice(0, 2)).toEqual([two?.label, 'First']);
    await answer(questionAction, asked(world, grace, at(one?.id ?? ''), { intent: 'remove' }));
    expect(labels()).toEqual([two?.label, ...rest.map((question) => question.label), 'And?']);
    expect((await answer(questionLoader, asked(world, grace, at(one?.id ?? '')))).status).toBe(404);
  });

  it('asks a question only after certain options, and refuses a condition that can never hold', async () => {
    const { world, partnerId, grace } = office();
    const { id: callId } = draftCall(world, grace, partnerId);
    const at = (questionId: string) => ({ callId, questionId });
    const save = (questionId: string, typed: Record<string, string>) =>
      answer(questionAction, asked(world, grace, at(questionId), typed));
    const last = () => callById(world.as(null), callId)?.questions.at(-1);
    await save('new', { kind: 'choice', label: 'Do you have a kitchen?', options: 'Yes\nNo' });
    const kitchen = last();
    await save('new', { kind: 'line', label: 'Which one?', wordsMax: '20', onlyIf: tickOf(kitchen?.id ?? '', 'Yes') });
    const which = last();
    expect(which).toMatchObject({ label: 'Which one?', onlyIf: { questionId: kitchen?.id, anyOf: ['Yes'] } });
    const circle = { kind: 'choice', label: 'Do you have a kitchen?', options: 'Yes\nNo' };
    expect(await save(kitchen?.id ?? '', { ...circle, onlyIf: tickOf(which?.id ?? '', 'Yes') })).toMatchObject({
      status: 422,
      reply: { message: words.faults['condition-unsound'] },
    });
  });

  it('keeps a question that cannot be saved as it was typed', async () => {
    const { world, partnerId, grace } = office();
    const { id: callId } = draftCall(world, grace, partnerId);
    const typed = { kind: 'text', label: '', guidance: 'Tell us more', wordsMax: '2001' };
    expect(await answer(questionAction, asked(world, grace, { callId, questionId: 'new' }, typed))).toMatchObject({
      status: 422,
      reply: {
        errors: { label: words.faults['label-empty'], wordsMax: words.faults['words-out-of-range'] },
        typed: { guidance: ['Tell us more'], wordsMax: ['2001'] },
      },
    });
  });

  it('is over once the call is published: the pages lead back to it and the buttons are refused', async () => {
    const { world, partnerId, grace } = office();
    const { id: callId, questions } = openCall(world, grace, partnerId);
    const params = { callId, questionId: questions[0]?.id ?? '' };
    for (const loader of [editLoader, questionLoader, publishLoader]) {
      expect(await answer(loader, asked(world, grace, params))).toMatchObject({
        status: 302,
        to: `/staff/calls/${callId}`,
      });
    }
    expect(await answer(questionAction, asked(world, grace, params, { intent: 'remove' }))).toMatchObject({
      status: 422,
      reply: { message: words.alreadyPublished },
    });
  });
});

describe('publishing on the desk', () => {
  it('asks for the tick, then for each warning, and then freezes the call', async () => {
    const { world, partnerId, grace } = office();
    const { id: callId } = draftCall(world, grace, partnerId, { awardsPlanned: 40 });
    const publish = (form: Record<string, string | string[]>) =>
      answer(publishAction, asked(world, grace, { callId }, form));
    expect(await publish({})).toMatchObject({ status: 422, reply: { errors: { sure: words.publishSureNeeded } } });
    expect(await publish({ sure: 'on' })).toMatchObject({
      status: 422,
      reply: { errors: { warnings: words.warningsNotTicked }, typed: { sure: ['on'] } },
    });
    expect(await publish({ sure: 'on', warnings: ['awards-over-pot'] })).toMatchObject({
      status: 302,
      to: `/staff/calls/${callId}`,
    });
    expect(callById(world.as(null), callId)?.state).toBe('published');
  });

  it('says what is missing', async () => {
    const { world, partnerId, grace } = office();
    const { id: callId } = draftCall(world, grace, partnerId, { summary: '' });
    expect(await answer(publishAction, asked(world, grace, { callId }, { sure: 'on' }))).toMatchObject({
      status: 422,
      reply: { message: words.problems['summary-missing'] },
    });
  });
});
