import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '#app/kernel/instant.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { answerTranslation } from '#db/schema/application.ts';
import { FakeLibreTranslate } from '#test/fakes/libre-translate.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { inTeam } from '#test/world/trial-team.ts';
import { draftTranslation } from './commands/draft-translation.server.ts';
import { hideFrom } from './commands/hide-from.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveSafety } from './commands/save-safety.server.ts';
import { translationPage } from './queries/translation-page.server.ts';
import { action as staffPress } from './routes/staff-translation.tsx';
import { action as press } from './routes/translation.tsx';

const ARABIC = 'نطبخ معًا كل يوم جمعة.';
const DRAFT = 'We cook together every Friday.';
const { machineFaults, machineUnread, refusals } = wordsIn('en').words.translations;
const refusal = (reason: string) => ({ ok: false, reason });

describe('a first draft by a machine', () => {
  let machine: FakeLibreTranslate;
  let url: string;

  beforeEach(async () => {
    machine = new FakeLibreTranslate();
    machine.teach(ARABIC, 'en', DRAFT);
    url = await machine.open();
  });
  afterEach(() => machine.close());

  /** Amina has answered one question in Arabic; where the portal has a machine, it is this one. */
  function kitchen({ hasMachine = true } = {}) {
    const settings = { LIBRETRANSLATE_URL: url, LIBRETRANSLATE_API_KEY: machine.key };
    const world = testWorld(hasMachine ? settings : {});
    const { partnerId, staff } = world.partner('ground', { Grace: ['manager'] });
    const call = openCall(world, staff.Grace ?? '', partnerId);
    const amina = world.person('Amina');
    const applicationId = writtenDraft(world, amina, call, { language: 'ar' });
    const questionId = call.questions[0]?.id ?? '';
    saveAnswer(world.as(amina), applicationId, questionId, ARABIC);
    const at = { applicationId, questionId };
    const page = (who = amina) => translationPage(world.as(who), applicationId, questionId);
    const ask = (who = amina, changes: { typed?: string; language?: string; ofRevision?: number } = {}) =>
      draftTranslation(world.as(who), applicationId, questionId, {
        language: 'en',
        typed: '',
        ofRevision: page()?.revision ?? 0,
        ...changes,
      });
    const post = (form: Record<string, string>) =>
      answerOf(() =>
        press({ ...asked(world, amina, at, { language: 'en', ofRevision: String(page()?.revision), ...form }) }),
      );
    const kept = () => world.db.select().from(answerTranslation).all();
    return { world, call, grace: staff.Grace ?? '', amina, applicationId, questionId, at, page, ask, post, kept };
  }

  it('is offered with the name of who is shown the answer, and only where one is set up', async () => {
    expect(kitchen().page()?.machineHost).toBe(new URL(url).host);
    const without = kitchen({ hasMachine: false });
    expect(without.page()?.machineHost).toBeNull();
    expect(await without.ask()).toEqual(refusal('no-machine'));
    expect(machine.shown).toEqual([]);
  });

  it('stands in the form, marked, and is nobody’s translation', async () => {
    const { post, kept } = kitchen();
    const { status, reply } = await post({ intent: 'draft', text: '' });
    expect([status, reply?.typed.text, reply?.typed.machine]).toEqual([200, [DRAFT], ['on']]);
    expect(machine.shown).toMatchObject([{ q: ARABIC, source: 'ar', target: 'en' }]);
    expect(kept()).toEqual([]);
  });

  it('becomes a person’s translation once that person has read and saved it', async () => {
    const { post, kept } = kitchen();
    const unread = await post({ intent: 'write', text: DRAFT, machine: 'on' });
    expect([unread.status, unread.reply?.errors.read, unread.reply?.typed.text]).toEqual([422, machineUnread, [DRAFT]]);
    expect(kept()).toEqual([]);
    const read = await post({ intent: 'write', text: `${DRAFT} Come!`, machine: 'on', read: 'on' });
    expect(read.status).toBe(303);
    expect(kept()).toMatchObject([{ origin: 'person', text: `${DRAFT} Come!` }]);
  });

  it('never writes over words that are there', async () => {
    const { post } = kitchen();
    const { status, reply } = await post({ intent: 'draft', text: 'My own words' });
    expect([status, reply?.message, reply?.typed.text]).toEqual([422, machineFaults['words-there'], ['My own words']]);
    expect(machine.shown).toEqual([]);
  });

  it('is for an answer as it is now, in another language, and for those who may write a translation', async () => {
    const { world, ask, amina, applicationId } = kitchen();
    expect(await ask(amina, { language: 'ar' })).toEqual(refusal('same-language'));
    expect(await ask(amina, { ofRevision: 0 })).toEqual(refusal('changed-elsewhere'));
    expect(await ask(world.person('Bo'))).toEqual(refusal('not-found'));
    const omar = world.person('Omar');
    inTeam(world, amina, applicationId, omar, 'view');
    expect(await ask(omar)).toEqual(refusal('may-not-write'));
    expect(machine.shown).toEqual([]);
  });

  it('is never made of an application whose writer hides anything from anybody', async () => {
    const safe = { publicName: '', contactWay: 'either', contactNote: '', neutralSubject: false } as const;
    const changes = [
      { publicName: 'A kitchen' },
      { contactWay: 'write' },
      { contactNote: 'Never after six.' },
      { neutralSubject: true },
    ] as const;
    for (const change of changes) {
      const { world, amina, applicationId, page, ask } = kitchen();
      expect(saveSafety(world.as(amina), applicationId, safe, 0).ok).toBe(true);
      expect(page()?.machineHost).not.toBeNull();
      expect(saveSafety(world.as(amina), applicationId, { ...safe, ...change }, 1).ok).toBe(true);
      expect(page()?.machineHost).toBeNull();
      expect(await ask()).toEqual(refusal('no-machine'));
    }
    const { world, amina, applicationId, ask } = kitchen();
    const somebody = { kind: 'person', name: 'Yusuf Osman', email: '' } as const;
    expect(hideFrom(world.as(amina), applicationId, somebody).ok).toBe(true);
    expect(await ask()).toEqual(refusal('no-machine'));
    expect(machine.shown).toEqual([]);
  });

  it('says in words what did not work, and keeps the form', async () => {
    const { post } = kitchen();
    machine.isOpen = false;
    const closed = await post({ intent: 'draft', text: '', translator: 'Lina' });
    expect([closed.status, closed.reply?.message]).toEqual([422, machineFaults['machine-silent']]);
    expect(closed.reply?.typed.translator).toEqual(['Lina']);
    machine.isOpen = true;
    const unknown = await post({ intent: 'draft', text: '', language: 'ti' });
    expect(unknown.reply?.message).toBe(machineFaults['language-unknown']);
    const same = await post({ intent: 'draft', text: '', language: 'ar' });
    expect(same.reply?.message).toBe(refusals['same-language']);
  });

  it('can be asked for thirty times an hour', async () => {
    const { world, ask } = kitchen();
    for (let time = 0; time < 30; time += 1) expect((await ask()).ok).toBe(true);
    expect(await ask()).toEqual(refusal('machine-refuses'));
    world.pass(HOUR);
    expect((await ask()).ok).toBe(true);
  });

  it('is there for staff too, once the application was sent', async () => {
    const { world, call, grace } = kitchen();
    const bilal = world.person('Bilal');
    const applicationId = submitted(world, bilal, call, { language: 'ar' });
    const at = { applicationId, questionId: call.questions[0]?.id ?? '' };
    const revision = String(translationPage(world.as(grace), at.applicationId, at.questionId)?.revision);
    const form = { intent: 'draft', language: 'en', text: '', ofRevision: revision };
    const { status, reply } = await answerOf(() => staffPress(asked(world, grace, at, form)));
    expect([status, reply?.typed.machine]).toEqual([200, ['on']]);
  });
});
