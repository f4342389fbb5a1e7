import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { insertDuty } from '#app/people/store.server.ts';
import { testWorld } from '#test/world/test-world.ts';
import { writtenDraft } from '#test/world/trial-application.ts';
import { draftCall } from '#test/world/trial-call.ts';
import { publishCall } from '../call/commands/publish-call.server.ts';
import { setCallDates } from '../call/commands/set-call-dates.server.ts';
import { callById } from '../call/queries/call-facts.server.ts';
import { answerQuestion } from './commands/answer-question.server.ts';
import { answerReading } from './commands/answer-reading.server.ts';
import { askQuestion } from './commands/ask-question.server.ts';
import { askReading } from './commands/ask-reading.server.ts';
import { bookSlot } from './commands/book-slot.server.ts';
import { hideFrom } from './commands/hide-from.server.ts';
import { noteMeeting } from './commands/note-meeting.server.ts';
import { offerHelp } from './commands/offer-help.server.ts';
import { offerSlot } from './commands/offer-slot.server.ts';
import { withdrawSlot } from './commands/withdraw-slot.server.ts';
import { readingForManager } from './queries/draft-readings.server.ts';
import { helpInbox, questionForManager } from './queries/help-inbox.server.ts';
import { helpLog } from './queries/help-log.server.ts';
import { oneToOnes, slotsOfCall } from './queries/one-to-ones.server.ts';
import { DETAILS } from './rules/draft-feedback.ts';

const NOT_FOUND = { ok: false, reason: 'not-found' };

/** Amina asks, lends her draft and books a talk by phone with Gail; Bilal has a draft too. Grace manages like Gail. */
function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const draft = draftCall(world, grace, partnerId);
  const readUntil = { kind: 'draft-feedback', startsAt: draft.closesAt - 7 * DAY, endsAt: null, place: '' } as const;
  setCallDates(world.as(grace), draft.id, [...draft.dates, readUntil]);
  publishCall(world.as(grace), draft.id);
  world.moveTo(draft.opensAt);
  const call = callById(world.as(null), draft.id) ?? draft;
  const [amina, bilal, gail] = [world.person('Amina'), world.person('Bilal'), world.person('Gail')];
  insertDuty(world.db, gail, partnerId, 'manager');
  const [aminas, bilals] = [writtenDraft(world, amina, call), writtenDraft(world, bilal, call)];
  const [questionId, readingId] = [world.newId(), world.newId()];
  askQuestion(world.as(amina), aminas, { id: questionId, questionId: null, text: 'May we cook?' });
  askReading(world.as(amina), aminas, readingId, true);
  const slotOf = (by: Id, days: number) => {
    const id = world.newId();
    const slot = { startsAt: world.now() + days * DAY, minutes: 30, way: 'phone', place: '' } as const;
    expect(offerSlot(world.as(by), call.id, id, { ...slot, language: 'en', interpreter: false }).ok).toBe(true);
    return id;
  };
  const [gails, graces] = [slotOf(gail, 3), slotOf(grace, 4)];
  expect(bookSlot(world.as(amina), aminas, gails, '+447700900123').ok).toBe(true);
  const name = (who: string) =>
    expect(hideFrom(world.as(amina), aminas, { kind: 'person', name: who, email: null }).ok).toBe(true);
  return { world, call, grace, gail, amina, bilal, aminas, bilals, questionId, readingId, gails, graces, name };
}

describe('a manager whom somebody who is still writing has named', () => {
  it('finds neither her question nor her draft at the help desk; a colleague does', () => {
    const { world, call, grace, gail, questionId, readingId, name } = office();
    expect(helpInbox(world.as(grace), call.id)).toMatchObject({ readings: [{ id: readingId }], questions: [{}] });
    name('Grace');
    expect(helpInbox(world.as(grace), call.id)).toMatchObject({ readings: [], questions: [] });
    expect(questionForManager(world.as(grace), questionId)).toBeNull();
    expect(answerQuestion(world.as(grace), questionId, 'Yes.', null)).toEqual(NOT_FOUND);
    expect(readingForManager(world.as(grace), readingId)).toBeNull();
    expect(answerReading(world.as(grace), readingId, [{ what: DETAILS, text: 'Good.' }], null)).toEqual(NOT_FOUND);
    expect(helpInbox(world.as(gail), call.id)?.questions).toHaveLength(1);
    expect(readingForManager(world.as(gail), readingId)).not.toBeNull();
  });

  it('sees neither her telephone number nor that a time is hers', () => {
    const { world, call, grace, gail, gails, graces, name } = office();
    expect(JSON.stringify(slotsOfCall(world.as(grace), call.id))).toContain('+447700900123');
    name('Grace');
    const seen = slotsOfCall(world.as(grace), call.id);
    expect(seen?.slots.map(({ id }) => id)).toEqual([graces]);
    const bookingId = slotsOfCall(world.as(gail), call.id)?.slots.find(({ id }) => id === gails)?.booking?.id ?? '';
    expect(withdrawSlot(world.as(grace), call.id, gails)).toEqual(NOT_FOUND);
    world.pass(5 * DAY);
    expect(noteMeeting(world.as(grace), call.id, bookingId, 'missed')).toEqual(NOT_FOUND);
    expect(noteMeeting(world.as(gail), call.id, bookingId, 'met').ok).toBe(true);
  });

  it('is offered to nobody who named her: her times are not on that page', () => {
    const { world, bilal, bilals, graces } = office();
    hideFrom(world.as(bilal), bilals, { kind: 'person', name: 'Grace', email: null });
    expect(oneToOnes(world.as(bilal), bilals)?.free).toEqual([]);
    expect(bookSlot(world.as(bilal), bilals, graces, '+447700900456')).toEqual(NOT_FOUND);
  });

  it('has no line about her in the log of help', () => {
    const { world, call, grace, aminas, bilals, name } = office();
    expect(helpLog(world.as(grace), call.id)?.rows).toHaveLength(2);
    name('Grace');
    expect(helpLog(world.as(grace), call.id)?.rows.map(({ applicationId }) => applicationId)).toEqual([bilals]);
    expect(offerHelp(world.as(grace), call.id, aminas)).toEqual(NOT_FOUND);
  });
});
