import { describe, expect, it } from 'vitest';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { phoneNumber } from '#db/schema/people.ts';
import { message } from '#db/schema/platform.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { hideFrom } from './commands/hide-from.server.ts';
import { printPublicNames, releasePublicNames } from './commands/print-public-names.server.ts';
import { saveSafety } from './commands/save-safety.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { applicationCard } from './queries/application-card.server.ts';
import { numberForTexts } from './queries/number-for-texts.server.ts';
import { safetyPage } from './queries/safety-page.server.ts';
import { applicationForManager } from './queries/staff-reading.server.ts';
import { action as postSafety } from './routes/safety.tsx';

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId);
  const amina = world.person('Amina');
  return { world, call, grace: staff.Grace ?? '', amina, draft: writtenDraft(world, amina, call) };
}

const refusal = (reason: string) => ({ ok: false, reason });
const plain = { publicName: '', contactWay: 'either', contactNote: '', neutralSubject: false } as const;

describe('the safety settings', () => {
  it('are the owner’s alone, in every state', () => {
    const { world, amina, grace, draft } = office();
    for (const stranger of [world.person('Bo'), grace]) {
      expect(safetyPage(world.as(stranger), draft)).toBeNull();
      expect(saveSafety(world.as(stranger), draft, plain, 0)).toEqual(refusal('not-found'));
      const named = { kind: 'person', name: 'X', email: null } as const;
      expect(hideFrom(world.as(stranger), draft, named)).toEqual(refusal('not-found'));
    }
    expect(saveSafety(world.as(amina), draft, { ...plain, publicName: 'Sunday Kitchen' }, 0).ok).toBe(true);
    submitApplication(world.as(amina), draft);
    expect(saveSafety(world.as(amina), draft, { ...plain, publicName: 'Monday Kitchen' }, 1).ok).toBe(true);
    expect(applicationCard(world, draft)).toMatchObject({ publicName: 'Monday Kitchen', groupName: 'Thursday Table' });
  });

  it('notice a second window, and are content with the same twice', () => {
    const { world, amina, draft } = office();
    const first = { ...plain, contactNote: 'After six' };
    expect(saveSafety(world.as(amina), draft, first, 0).ok).toBe(true);
    expect(saveSafety(world.as(amina), draft, first, 0).ok).toBe(true);
    expect(saveSafety(world.as(amina), draft, plain, 0)).toEqual(refusal('changed-elsewhere'));
  });

  it('keep a name that stands on a ballot paper, and let it change when the paper is taken back', () => {
    const { world, amina, draft } = office();
    const print = () => printPublicNames(world.db, world.as(null), [{ id: draft, publicName: 'Thursday Table' }]);
    print();
    expect(saveSafety(world.as(amina), draft, { ...plain, publicName: 'Other' }, 0)).toEqual(refusal('name-on-paper'));
    expect(saveSafety(world.as(amina), draft, { ...plain, contactNote: 'After six' }, 0).ok).toBe(true);
    releasePublicNames(world.db, [draft]);
    expect(saveSafety(world.as(amina), draft, { ...plain, publicName: 'Other' }, 1).ok).toBe(true);
    expect(applicationCard(world, draft)?.publicName).toBe('Other');
  });

  it('name up to twenty people, each once', () => {
    const { world, amina, draft } = office();
    const hide = (name: string) => hideFrom(world.as(amina), draft, { kind: 'person', name, email: ' X@Example.org ' });
    hide('Somebody');
    hide('Somebody');
    expect(safetyPage(world.as(amina), draft)?.named).toMatchObject([{ name: 'Somebody', email: 'x@example.org' }]);
    for (let more = 2; more <= 20; more += 1) expect(hide(`Somebody ${more}`).ok).toBe(true);
    expect(hide('One more')).toEqual(refusal('too-many-named'));
    expect(hide('  ')).toEqual(refusal('name-missing'));
  });

  it('tell staff how it is safe to reach somebody', () => {
    const { world, amina, grace, call } = office();
    const bo = world.person('Bo');
    const sent = submitted(world, bo, call);
    expect(applicationForManager(world.as(grace), sent)?.reach).toBeNull();
    saveSafety(world.as(bo), sent, { ...plain, contactWay: 'phone', contactNote: 'After six' }, 0);
    expect(applicationForManager(world.as(grace), sent)?.reach).toMatchObject({ contactWay: 'phone' });
    expect(applicationForManager(world.as(amina), sent)).toBeNull();
  });

  it('keep the subject of letters silent for whoever asks for it', async () => {
    const { world, amina, draft } = office();
    saveSafety(world.as(amina), draft, { ...plain, neutralSubject: true }, 0);
    submitApplication(world.as(amina), draft);
    await keepPromises(() => world.as(null), keepers);
    const letter = world.db.select().from(message).get();
    expect(letter?.subject).toBe('A message for you');
    expect(letter?.text).toContain('A kitchen that listens');
    // What mail programs show beside the subject: the first words of either form.
    const silent = wordsIn('en').words.safety.neutralText;
    expect(letter?.text.startsWith(silent)).toBe(true);
    const shown = letter?.html.replace(/<[^>]*>/g, ' ').trim() ?? '';
    expect(shown.startsWith(silent)).toBe(true);
  });

  it('send no text about an application to any telephone once only e-mail is safe', () => {
    const { world, amina, draft } = office();
    const phone = { personId: amina, number: '+447700900123', codeHash: 'x', sentAt: world.now(), wrongTries: 0 };
    world.db
      .insert(phoneNumber)
      .values({ ...phone, confirmedAt: world.now() })
      .run();
    expect(numberForTexts(world.as(null), draft, amina)).toBe('+447700900123');
    saveSafety(world.as(amina), draft, { ...plain, contactWay: 'phone' }, 0);
    expect(numberForTexts(world.as(null), draft, amina)).toBe('+447700900123');
    saveSafety(world.as(amina), draft, { ...plain, contactWay: 'write' }, 1);
    expect(numberForTexts(world.as(null), draft, amina)).toBeNull();
    expect(numberForTexts(world.as(null), draft, world.person('Bo'))).toBeNull();
  });

  it('lose nothing that was typed into a form', async () => {
    const { world, amina, draft } = office();
    const post = (form: Record<string, string>) =>
      answerOf(() => postSafety(asked(world, amina, { applicationId: draft }, form)));
    const wrong = await post({ intent: 'hide', name: 'Bo', email: 'nowhere' });
    expect([wrong.status, wrong.reply?.typed.name, Object.keys(wrong.reply?.errors ?? {})]).toEqual([
      422,
      ['Bo'],
      ['email'],
    ]);
    expect((await post({ intent: 'hide', name: 'Bo' })).status).toBe(303);
    expect((await post({ publicName: 'x'.repeat(101), contactWay: 'either' })).reply?.errors).toHaveProperty(
      'publicName',
    );
    expect((await post({ publicName: 'سفرة الأحد', contactWay: 'write', neutralSubject: 'on' })).status).toBe(303);
    expect(safetyPage(world.as(amina), draft)?.settings).toMatchObject({
      publicName: 'سفرة الأحد',
      neutralSubject: true,
    });
    expect((await post({ intent: 'show', hiddenId: 'nobody' })).status).toBe(404);
  });
});
