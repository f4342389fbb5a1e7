import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { shortlistedCall, trialChoices } from '#test/world/trial-award.ts';
import { decisionLockOf } from '../assessment/queries/decision-lock.server.ts';
import { decideAwards } from './commands/decide-awards.server.ts';
import { lockAwards } from './commands/lock-awards.server.ts';
import { offerAwards } from './commands/offer-awards.server.ts';
import { saveAwardDraft } from './commands/save-award-draft.server.ts';
import { draftAwardLetterAnew, saveAwardLetter } from './commands/save-award-letter.server.ts';
import { unlockAwards } from './commands/unlock-awards.server.ts';
import { awardLetterList } from './queries/award-letter-list.server.ts';
import { decisionPage } from './queries/decision-page.server.ts';
import { decisionRecord } from './queries/decision-record.server.ts';
import { outcomeOf } from './queries/outcome.server.ts';

const refusedFor = (reason: string) => ({ ok: false, reason });

function ready(world: TestWorld) {
  const round = shortlistedCall(world);
  const callId = round.call.id;
  const as = {
    grace: () => world.as(round.staff.Grace),
    finn: () => world.as(round.staff.Finn),
    farah: () => world.as(round.staff.Farah),
  };
  const chosen = { choices: trialChoices(round), publicReason: '', reserveUntil: world.now() + 60 * DAY };
  const hash = () => decisionLockOf(world.as(null), callId, 'award')?.contentHash ?? '';
  const letters = () => awardLetterList(as.grace(), callId, chosen, null)?.rows ?? [];
  const letterTo = (name: string) => letters().find((row) => row.applicationId === round.applications[name]);
  const rewrite = (name: string, body: string, feedback = '') => {
    const written = { applicationId: round.applications[name] ?? '', subject: 'Hello', body, feedback };
    return saveAwardLetter(as.grace(), callId, chosen, written, letterTo(name)?.mark ?? '');
  };
  return { ...round, callId, as, chosen, hash, letters, letterTo, rewrite };
}

/** What somebody got since the shortlist, in one text. */
async function lettersTo(world: TestWorld, name: string) {
  expect((await keepPromises(() => world.as(null), keepers)).failed).toBe(0);
  const kept = world.db.select().from(message).all();
  const theirs = kept.filter((row) => row.recipient === `${name}@people.example`);
  return theirs.map((row) => row.text).join('\n');
}

describe('agreeing on awards', () => {
  it('takes two people who saw the same, and records it when the second agrees', () => {
    const world = testWorld();
    const { callId, as, chosen, hash } = ready(world);
    expect(decideAwards(as.farah(), callId, chosen, hash())).toEqual(refusedFor('not-found'));
    expect(lockAwards(as.finn(), callId, chosen, null)).toEqual(refusedFor('not-found'));
    expect(lockAwards(as.grace(), callId, chosen, null)).toEqual({ ok: true, value: 'locked' });
    expect(lockAwards(as.grace(), callId, chosen, null)).toEqual(refusedFor('locked'));
    expect(saveAwardDraft(as.grace(), callId, {})).toEqual(refusedFor('locked'));
    expect(decideAwards(as.grace(), callId, chosen, hash())).toEqual(refusedFor('own-lock'));
    const other = { ...chosen, publicReason: 'Another one.' };
    expect(decideAwards(as.farah(), callId, other, hash())).toEqual(refusedFor('changed-since'));
    expect(offerAwards(as.grace(), callId, {})).toEqual(refusedFor('not-decided'));
    expect(decideAwards(as.farah(), callId, chosen, hash())).toEqual({ ok: true, value: 'decided' });
    expect(decisionRecord(world.as(null), callId)?.decidedBy).toBe('Grace');
    expect(unlockAwards(as.farah(), callId)).toEqual(refusedFor('already-decided'));
  });

  it('can go back until then, for either of them', () => {
    const world = testWorld();
    const { callId, as, chosen } = ready(world);
    expect(unlockAwards(as.grace(), callId)).toEqual(refusedFor('not-found'));
    expect(lockAwards(as.grace(), callId, chosen, null).ok).toBe(true);
    expect(unlockAwards(as.finn(), callId)).toEqual({ ok: true, value: 'taken-off' });
    expect(saveAwardDraft(as.grace(), callId, {}).ok).toBe(true);
  });

  it('tells a group on the reserve list until when it waits at most, and keeps who is not eligible apart', async () => {
    const world = testWorld();
    const { callId, as, chosen, hash, applications, people } = ready(world);
    const choices = chosen.choices.map((choice) =>
      choice.applicationId === applications.Dara ? { ...choice, ineligible: true } : choice,
    );
    expect(lockAwards(as.grace(), callId, { ...chosen, choices, reserveUntil: null }, null)).toEqual(
      refusedFor('reserve-date-missing'),
    );
    expect(lockAwards(as.grace(), callId, { ...chosen, choices }, null).ok).toBe(true);
    expect(decideAwards(as.farah(), callId, { ...chosen, choices }, hash()).ok).toBe(true);
    expect(offerAwards(as.grace(), callId, {}).ok).toBe(true);
    expect(outcomeOf(world.as(null), applications.Chen ?? '')?.reserveUntil).toBe(chosen.reserveUntil);
    expect(outcomeOf(world.as(null), applications.Bilal ?? '')?.reserveUntil).toBeNull();
    expect(await lettersTo(world, 'chen')).toMatch(/You wait until .* at the latest/);
    expect(await lettersTo(world, 'dara')).toContain('It does not fit the rules of this call.');
    const outcomeRead = (name: 'Bilal' | 'Dara') =>
      decisionPage(world.as(people[name] ?? ''), applications[name] ?? '')?.award?.outcome;
    expect(outcomeRead('Dara')).toBe('ineligible');
    expect(outcomeRead('Bilal')).toBe('awarded');
    const recorded = decisionRecord(world.as(null), callId)?.outcomes ?? [];
    expect(recorded.filter((row) => row.ineligible).map((row) => row.applicationId)).toEqual([applications.Dara]);
  });
});

describe('the letters about awards', () => {
  it('go out as somebody has rewritten them, and an offer with its last day and its button', async () => {
    const world = testWorld();
    const { callId, as, chosen, hash, letters, rewrite } = ready(world);
    expect(
      letters()
        .map((row) => row.outcome)
        .toSorted(),
    ).toEqual(['awarded', 'awarded', 'declined', 'reserve']);
    expect(rewrite('Dara', ' ')).toEqual(refusedFor('letter-empty'));
    expect(rewrite('Dara', 'Dear Dara,\n\nlet us talk.').ok).toBe(true);
    expect(rewrite('Amina', 'Well done, Amina.').ok).toBe(true);
    expect(lockAwards(as.grace(), callId, chosen, null).ok).toBe(true);
    expect(rewrite('Dara', 'Too late.')).toEqual(refusedFor('locked'));
    expect(decideAwards(as.farah(), callId, chosen, hash()).ok).toBe(true);
    expect(offerAwards(as.grace(), callId, {}).ok).toBe(true);
    expect(await lettersTo(world, 'dara')).toContain('let us talk.');
    const offer = await lettersTo(world, 'amina');
    expect(offer).toContain('Well done, Amina.');
    expect(offer).toContain('type your name under it. Please do it by');
    expect(offer).toContain('/award');
  });

  it('must be read again when the decision was saved after somebody rewrote one', () => {
    const world = testWorld();
    const { callId, as, chosen, applications, rewrite, letterTo } = ready(world);
    expect(rewrite('Dara', 'Dear Dara.').ok).toBe(true);
    world.pass(MINUTE);
    expect(saveAwardDraft(as.grace(), callId, {}).ok).toBe(true);
    expect(letterTo('Dara')?.isOutdated).toBe(true);
    expect(lockAwards(as.grace(), callId, chosen, null)).toEqual(refusedFor('letter-outdated'));
    expect(draftAwardLetterAnew(as.grace(), callId, applications.Dara ?? '').ok).toBe(true);
    expect(lockAwards(as.grace(), callId, chosen, null).ok).toBe(true);
    expect(draftAwardLetterAnew(as.grace(), callId, applications.Dara ?? '')).toEqual(refusedFor('locked'));
  });
});
