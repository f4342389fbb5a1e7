import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { done } from '#app/kernel/outcome.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { eligibilityCheck, eligibilityLetter } from '#db/schema/application-eligibility.ts';
import { message } from '#db/schema/platform.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { draftCall } from '#test/world/trial-call.ts';
import { publishCall } from '../call/commands/publish-call.server.ts';
import { setCallDates } from '../call/commands/set-call-dates.server.ts';
import { setCheckItems } from '../call/commands/set-check-items.server.ts';
import { callById } from '../call/queries/call-facts.server.ts';
import { checkEligibility } from './commands/check-eligibility.server.ts';
import { type Chosen, markEligibility } from './commands/mark-eligibility.server.ts';
import { stopEntries } from './commands/stop-entries.server.ts';
import { tellEligibility } from './commands/tell-eligibility.server.ts';
import { undoMarking } from './commands/undo-marking.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { applicationsUnderReview } from './queries/application-card.server.ts';
import { eligibilityDesk, toldFinding } from './queries/eligibility.server.ts';
import { eligibilityLetters } from './queries/eligibility-letters.server.ts';
import { markedBatch } from './queries/marked.server.ts';
import { staffList } from './queries/staff-list.server.ts';
import { type ListFilter, NO_FILTER } from './rules/listing.ts';

const refusal = (reason: string) => ({ ok: false, reason });
const yes = { outcome: 'eligible', reasonIds: [], note: '' } as const;
const inWords = (note: string) => ({ outcome: 'not-eligible', reasonIds: [], note }) as const;

/** A published call that asks whether the group works here, and plans a day on which the check is over. */
function office({ checkDay = false } = {}) {
  const world = testWorld();
  const { partnerId, staff } = world.partner('ground', { Grace: ['manager'], Finn: ['finance'] });
  const grace = staff.Grace ?? '';
  const draft = draftCall(world, grace, partnerId);
  setCheckItems(world.as(grace), draft.id, [
    { statement: 'Your group works here.', route: 'partner', advice: 'Ask the council.', link: '', otherSlug: null },
  ]);
  const checkEndsAt = draft.closesAt + 3 * DAY;
  if (checkDay) {
    setCallDates(world.as(grace), draft.id, [
      ...draft.dates.map(({ kind, startsAt, endsAt, place }) => ({ kind, startsAt, endsAt, place })),
      { kind: 'eligibility-check', startsAt: checkEndsAt, endsAt: null, place: '' },
    ]);
  }
  publishCall(world.as(grace), draft.id);
  world.moveTo(draft.opensAt);
  const call = callById(world.as(null), draft.id) ?? draft;
  const worksHere = call.checkItems[0]?.id ?? '';
  const send = (name: string) => submitted(world, world.person(name), call);
  const inReview = () => applicationsUnderReview(world.as(null), call.id).map((card) => card.id);
  const startScoring = () => {
    world.moveTo(call.closesAt);
    world.as(grace).transact((tx) => stopEntries(tx, world.as(grace), call.id));
  };
  const mark = (batchId: Id, chosen: Chosen, finding = inWords('A business of one person.')) =>
    markEligibility(world.as(grace), call.id, batchId, chosen, finding);
  const letters = () =>
    world.db
      .select()
      .from(message)
      .all()
      .filter(({ subject }) => !subject.includes('arrived'));
  const keep = () => keepPromises(() => world.as(null), keepers);
  return {
    world,
    call,
    grace,
    finn: staff.Finn ?? '',
    worksHere,
    send,
    inReview,
    startScoring,
    mark,
    letters,
    keep,
    checkEndsAt,
  };
}

const all = (expected: number, filter: Partial<ListFilter> = {}): Chosen => ({
  kind: 'all',
  filter: { ...NO_FILTER, ...filter },
  expected,
});

describe('checking an application against the rules of its call', () => {
  it('leaves it in the panel’s list unless it was marked not eligible, and puts it back', () => {
    const { world, grace, worksHere, send, inReview } = office();
    const kitchen = send('Amina');
    expect(inReview()).toEqual([kitchen]);
    const away = { outcome: 'not-eligible', reasonIds: [worksHere], note: '' } as const;
    expect(checkEligibility(world.as(grace), kitchen, 0, away)).toEqual(done('checked'));
    expect(inReview()).toEqual([]);
    const more = { outcome: 'more-needed', reasonIds: [], note: 'Which street?' } as const;
    expect(checkEligibility(world.as(grace), kitchen, 1, more)).toEqual(done('checked'));
    expect(inReview()).toEqual([kitchen]);
    expect(eligibilityDesk(world.as(grace), kitchen)?.checks).toMatchObject([
      { turn: 2, outcome: 'more-needed', reasons: [], note: 'Which street?', decidedBy: 'Grace', toldAt: null },
      { turn: 1, outcome: 'not-eligible', reasons: ['Your group works here.'] },
    ]);
  });

  it('is for managers of the partner, and of nothing that is still a draft', () => {
    const { world, call, grace, finn, send } = office();
    const kitchen = send('Amina');
    const otto = world.partner('other', { Otto: ['manager'] }).staff.Otto ?? '';
    for (const who of [finn, otto, world.person('Amina')]) {
      expect(checkEligibility(world.as(who), kitchen, 0, yes)).toEqual(refusal('not-found'));
    }
    const draft = writtenDraft(world, world.person('Bo'), call);
    expect(checkEligibility(world.as(grace), draft, 0, yes)).toEqual(refusal('not-found'));
  });

  it('tells the second of two people who decide at once', () => {
    const { world, grace, send } = office();
    const kitchen = send('Amina');
    checkEligibility(world.as(grace), kitchen, 0, yes);
    expect(checkEligibility(world.as(grace), kitchen, 0, inWords('No.'))).toEqual(refusal('checked-meanwhile'));
  });

  it('is over once somebody scores, whoever tries', () => {
    const { world, grace, send, startScoring, mark } = office();
    const kitchen = send('Amina');
    mark('batch', all(1));
    startScoring();
    expect(checkEligibility(world.as(grace), kitchen, 1, yes)).toEqual(refusal('scoring-started'));
    expect(mark('other', all(1))).toEqual(refusal('scoring-started'));
    expect(undoMarking(world.as(grace), 'batch')).toEqual(refusal('scoring-started'));
    const [check] = world.db.select().from(eligibilityCheck).all();
    expect(() =>
      world.db
        .insert(eligibilityCheck)
        .values({ ...check, id: 'late', turn: 2 } as typeof eligibilityCheck.$inferInsert)
        .run(),
    ).toThrow(/before it is scored/);
  });

  it('is never rewritten', () => {
    const { world, send, mark } = office();
    send('Amina');
    mark('batch', all(1));
    expect(() => world.db.update(eligibilityCheck).set({ note: 'x' }).run()).toThrow(/never rewritten/);
    expect(() => world.db.delete(eligibilityCheck).run()).toThrow(/never rewritten/);
  });
});

describe('checking many at once', () => {
  it('marks all that match, once, however often it is pressed', () => {
    const { world, call, grace, send, inReview, mark } = office();
    send('Amina');
    send('Bo');
    expect(mark('batch', all(2))).toEqual(done('batch'));
    expect(mark('batch', all(2))).toEqual(done('batch'));
    expect(inReview()).toEqual([]);
    expect(world.db.select().from(eligibilityCheck).all()).toHaveLength(2);
    expect(markedBatch(world.as(grace), call.id, 'batch')?.batch).toMatchObject({ marked: 2, skippedCount: 0 });
  });

  it('does nothing when the number it said is not true any more', () => {
    const { send, inReview, mark } = office();
    send('Amina');
    send('Bo');
    expect(mark('batch', all(1))).toEqual(refusal('number-changed'));
    expect(inReview()).toHaveLength(2);
  });

  it('says what it left as it was, and why', async () => {
    const { world, call, grace, send, mark } = office();
    const kitchen = send('Amina');
    const garden = send('Bo');
    const choir = send('Cem');
    mark('first', { kind: 'ticked', applicationIds: [kitchen] });
    await withdrawApplication(world.as(world.person('Bo')), garden);
    const draft = writtenDraft(world, world.person('Dana'), call);
    expect(mark('second', { kind: 'ticked', applicationIds: [kitchen, garden, choir, draft, 'nothing'] }).ok).toBe(
      true,
    );
    const { batch } = markedBatch(world.as(grace), call.id, 'second') ?? {};
    expect([batch?.marked, batch?.skippedCount]).toEqual([1, 4]);
    expect(batch?.skipped.map(({ why }) => why).toSorted()).toEqual(['already-so', 'withdrawn']);
  });

  it('chooses nothing of another call, and nothing for people who may not', () => {
    const { world, call, finn, send, mark } = office();
    const kitchen = send('Amina');
    expect(mark('batch', { kind: 'ticked', applicationIds: ['nothing'] })).toEqual(refusal('nothing-chosen'));
    const ticked = { kind: 'ticked', applicationIds: [kitchen] } as const;
    expect(markEligibility(world.as(finn), call.id, 'batch', ticked, yes)).toEqual(refusal('not-found'));
  });

  it('can be put back, but for what was decided again since', () => {
    const { world, call, grace, send, inReview, mark } = office();
    const kitchen = send('Amina');
    const garden = send('Bo');
    checkEligibility(world.as(grace), kitchen, 0, yes);
    mark('batch', all(2));
    checkEligibility(world.as(grace), garden, 1, inWords('Decided by hand.'));
    expect(undoMarking(world.as(grace), 'batch')).toEqual(done('undone'));
    expect(undoMarking(world.as(grace), 'batch')).toEqual(refusal('already-undone'));
    expect(inReview()).toEqual([kitchen]);
    expect(markedBatch(world.as(grace), call.id, 'batch')?.batch.undone).toBe(1);
    expect(eligibilityDesk(world.as(grace), kitchen)?.checks.map(({ outcome }) => outcome)).toEqual([
      'eligible',
      'not-eligible',
      'eligible',
    ]);
  });

  it('keeps count of what is left', () => {
    const { world, call, grace, send, mark } = office();
    send('Amina');
    send('Bo');
    mark('batch', all(2));
    const asked = {
      filter: { ...NO_FILTER, eligibility: 'not-eligible' },
      order: { sort: 'reference', isDescending: false },
      cursor: null,
    } as const;
    expect(staffList(world.as(grace), call.id, asked)?.match.count).toBe(2);
    undoMarking(world.as(grace), 'batch');
    expect(staffList(world.as(grace), call.id, asked)?.match.count).toBe(0);
  });
});

describe('telling applicants what was found', () => {
  it('sends nothing by itself, and then one letter each with the why and another way', async () => {
    const { world, call, grace, worksHere, send, letters, keep } = office();
    const kitchen = send('Amina');
    const away = { outcome: 'not-eligible', reasonIds: [worksHere], note: 'You work in Leeds.' } as const;
    checkEligibility(world.as(grace), kitchen, 0, away);
    await keep();
    const before = letters().length;
    expect(toldFinding(world.as(null), kitchen)).toBeNull();
    expect(tellEligibility(world.as(grace), call.id, 1)).toEqual(done(1));
    expect(tellEligibility(world.as(grace), call.id, 1)).toEqual(refusal('nothing-to-tell'));
    await keep();
    const [letter, ...others] = letters().slice(before);
    expect(others).toEqual([]);
    expect(letter?.recipient).toBe('amina@people.example');
    for (const part of ['Your group works here.', 'Ask the council.', 'You work in Leeds.']) {
      expect(letter?.text).toContain(part);
    }
    expect(toldFinding(world.as(null), kitchen)?.outcome).toBe('not-eligible');
  });

  it('waits for the planned day, and goes to as many as it said', () => {
    const { world, call, grace, send, mark, checkEndsAt } = office({ checkDay: true });
    send('Amina');
    send('Bo');
    mark('batch', all(2));
    const tell = (count: number) => tellEligibility(world.as(grace), call.id, count);
    world.moveTo(checkEndsAt - 1);
    expect(tell(2)).toEqual(refusal('too-early'));
    world.moveTo(checkEndsAt);
    expect(tell(3)).toEqual(refusal('number-of-letters-changed'));
    expect(tell(2)).toEqual(done(2));
  });

  it('is for managers of the partner', () => {
    const { world, call, finn, send, mark } = office();
    send('Amina');
    mark('batch', all(1));
    expect(tellEligibility(world.as(finn), call.id, 1)).toEqual(refusal('not-found'));
    expect(eligibilityLetters(world.as(world.person('Amina')), call.id)).toBeNull();
  });

  it('says so when somebody is in after all, and puts back nothing that was told', async () => {
    const { world, call, grace, send, inReview, mark, letters, keep } = office();
    const kitchen = send('Amina');
    mark('batch', all(1));
    tellEligibility(world.as(grace), call.id, 1);
    undoMarking(world.as(grace), 'batch');
    expect(inReview()).toEqual([]);
    checkEligibility(world.as(grace), kitchen, 1, yes);
    expect(eligibilityLetters(world.as(grace), call.id)).toMatchObject({ count: 1, notEligible: 0, afterAll: 1 });
    expect(toldFinding(world.as(null), kitchen)?.outcome).toBe('not-eligible');
    expect(tellEligibility(world.as(grace), call.id, 1)).toEqual(done(1));
    await keep();
    expect(letters().filter(({ subject }) => subject.includes('in after all'))).toHaveLength(1);
    expect(toldFinding(world.as(null), kitchen)?.outcome).toBe('eligible');
  });

  it('tells nobody who took the application back meanwhile', async () => {
    const { world, call, grace, send, mark } = office();
    const kitchen = send('Amina');
    mark('batch', all(1));
    await withdrawApplication(world.as(world.person('Amina')), kitchen);
    expect(tellEligibility(world.as(grace), call.id, 0)).toEqual(refusal('nothing-to-tell'));
    expect(world.db.select().from(eligibilityLetter).all()).toEqual([]);
  });
});
