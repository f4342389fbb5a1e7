import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { done } from '#app/kernel/outcome.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { testWorld } from '#test/world/test-world.ts';
import { openCall } from '#test/world/trial-call.ts';
import { makeCallCode } from '../application/commands/make-call-code.server.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { insertDraft, markSubmitted } from '../application/store.server.ts';
import { answerInvitation } from './commands/answer-invitation.server.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { invitePanelMember } from './commands/invite-panel-member.server.ts';
import { leavePanel } from './commands/leave-panel.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { saveScores } from './commands/save-scores.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { decideByTwo } from './decide-by-two.testing.ts';
import { panelBoard } from './queries/panel-board.server.ts';
import { hasDeclaredConflict, isOnPanel, panelRanking, shortlistOf } from './queries/panel-ranking.server.ts';
import { panelWork } from './queries/panel-work.server.ts';
import { scoringSheet } from './queries/scoring-sheet.server.ts';
import { shortlistDesk } from './queries/shortlist-desk.server.ts';
import { closePanel, openPanel } from './store/panel.server.ts';
import { closedCall, entries, must, scoringPanel, seated, seatedPanel, TERMS } from './trial-panel.testing.ts';

const DETAILS = {
  title: 'A kitchen',
  oneLine: 'We cook.',
  moneyHolder: '' as const,
  hostName: '',
  groupName: 'Thursday Table',
  theme: '',
  city: 'Coventry',
  amountMinor: 100_000,
  language: 'en',
};

const SISTER = 'My sister leads it.';

describe('a shortlist of thousands', () => {
  it('is written down whole', () => {
    const world = testWorld();
    const { call, grace, applications } = closedCall(world);
    const amina = world.person('Amina');
    const ids = Array.from({ length: 3_300 }, () => world.newId());
    world.as(null).transact((tx) => {
      for (const [place, id] of ids.entries()) {
        const reference = `SI-${String(place).padStart(6, '0')}`;
        insertDraft(tx, { ...DETAILS, id, callId: call.id, applicantId: amina, reference, now: world.now() });
        markSubmitted(tx, id, world.now());
      }
      return done('written');
    });
    must(invitePanelMember(world.as(grace), call.id, { name: 'Bo', email: 'bo@people.example', kind: 'participant' }));
    must(answerInvitation(world.as(world.person('Bo')), call.id, TERMS));
    for (const step of [openPanel, closePanel]) step(world.db, call.id, world.now());
    expect(shortlistOf(world.as(null), call.id)).toEqual([]);
    const decided = { decision: 'shortlisted', reason: 'A good idea.' } as const;
    const all = [...ids, ...Object.values(applications)].map((applicationId) => ({ ...decided, applicationId }));
    const daniel = world.as(world.person('Daniel'));
    expect(decideByTwo(world.as(grace), daniel, call.id, all).ok).toBe(true);
    expect(shortlistOf(world.as(null), call.id)).toHaveLength(all.length);
    const desk = shortlistDesk(world.as(grace), call.id, null);
    expect(desk?.rows).toHaveLength(100);
    const next = shortlistDesk(world.as(grace), call.id, null, { toward: 'after', id: desk?.after ?? '' });
    expect(next?.rows.some((row) => desk?.rows.some((before) => before.applicationId === row.applicationId))).toBe(
      false,
    );
    const back = shortlistDesk(world.as(grace), call.id, null, { toward: 'before', id: next?.before ?? '' });
    expect(back?.rows).toEqual(desk?.rows);
  }, 180_000);
});

describe('inviting a panel', () => {
  it('writes to somebody the portal has never heard of, and she finds her invitation', async () => {
    const world = testWorld();
    const { call, grace } = closedCall(world);
    const musa = { name: 'Musa', email: 'Musa@people.example', kind: 'participant' } as const;
    expect(invitePanelMember(world.as(grace), call.id, musa).ok).toBe(true);
    const before = world.db.select().from(message).all().length;
    await keepPromises(() => world.as(null), keepers);
    const letters = world.db.select().from(message).all().slice(before);
    const letter = letters.find((row) => row.recipient === 'musa@people.example');
    expect(letter?.subject).toContain(call.title);
    expect(letter?.text).toContain(`/panel/${call.id}`);
    expect(panelWork(world.as(world.person('Musa')), call.id)?.isInvited).toBe(true);
  });

  it('is for a manager of the partner, about a published call', () => {
    const world = testWorld();
    const { call } = closedCall(world);
    const bo = { name: 'Bo', email: 'bo@people.example', kind: 'participant' } as const;
    for (const person of [world.person('Amina'), world.person('Daniel'), null]) {
      expect(invitePanelMember(world.as(person), call.id, bo)).toEqual({ ok: false, reason: 'not-found' });
    }
  });

  it('does not seat whoever runs the panel', () => {
    const world = testWorld();
    const { call, grace } = closedCall(world);
    const herself = { name: 'Grace', email: 'grace@people.example', kind: 'staff' } as const;
    expect(invitePanelMember(world.as(grace), call.id, herself)).toEqual({ ok: false, reason: 'runs-the-panel' });
  });

  it('asks once, and again after a no', () => {
    const world = testWorld();
    const { call, grace } = closedCall(world);
    const bo = { name: 'Bo', email: 'bo@people.example', kind: 'participant' } as const;
    const first = must(invitePanelMember(world.as(grace), call.id, bo));
    expect(invitePanelMember(world.as(grace), call.id, bo)).toEqual({ ok: false, reason: 'already-invited' });
    must(answerInvitation(world.as(world.person('Bo')), call.id, 'declined'));
    expect(must(invitePanelMember(world.as(grace), call.id, { ...bo, kind: 'expert' }))).toEqual(first);
    expect(panelBoard(world.as(grace), call.id)?.members).toMatchObject([{ kind: 'expert', state: 'invited' }]);
  });

  it('takes an answer only from the person who was asked', () => {
    const world = testWorld();
    const { call, grace } = closedCall(world);
    must(invitePanelMember(world.as(grace), call.id, { name: 'Bo', email: 'bo@people.example', kind: 'expert' }));
    expect(answerInvitation(world.as(world.person('Nadia')), call.id, TERMS)).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(isOnPanel(world.as(null), world.person('Bo'), call.id)).toBe(false);
    must(answerInvitation(world.as(world.person('Bo')), call.id, TERMS));
    expect(isOnPanel(world.as(null), world.person('Bo'), call.id)).toBe(true);
  });
});

describe('opening the scoring', () => {
  it('waits for the promised share of participants', () => {
    const world = testWorld();
    const round = closedCall(world);
    seated(world, round, 'Helen', 'funder');
    seated(world, round, 'Dev', 'funder');
    expect(openScoring(world.as(round.grace), round.call.id)).toEqual({ ok: false, reason: 'composition-not-met' });
    seated(world, round, 'Bo', 'participant');
    expect(openScoring(world.as(round.grace), round.call.id)).toEqual({ ok: true, value: 'scoring' });
  });

  it('waits until nobody can apply any more', () => {
    const world = testWorld();
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const grace = staff.Grace ?? '';
    const call = openCall(world, grace, partnerId);
    seated(world, { call, grace }, 'Bo', 'participant');
    world.moveTo(call.closesAt - 1);
    expect(openScoring(world.as(grace), call.id)).toEqual({ ok: false, reason: 'call-not-closed' });
    world.moveTo(call.closesAt);
    expect(openScoring(world.as(grace), call.id)).toEqual({ ok: false, reason: 'nothing-to-assess' });
  });

  it('waits for a code that can still let somebody in late, and shuts the call for good', () => {
    const world = testWorld();
    const { call, grace } = seatedPanel(world);
    const late = { label: 'Ill last week', purpose: 'late', expiresAt: call.closesAt + DAY, usesMax: 1 } as const;
    expect(makeCallCode(world.as(grace), call.id, world.newId(), late).ok).toBe(true);
    world.moveTo(call.closesAt + DAY - 1);
    expect(openScoring(world.as(grace), call.id)).toEqual({ ok: false, reason: 'call-not-closed' });
    expect(panelBoard(world.as(grace), call.id)).toMatchObject({
      isCallClosed: true,
      isEntryOver: false,
      entriesEndAt: call.closesAt + DAY,
    });
    world.moveTo(call.closesAt + DAY);
    expect(openScoring(world.as(grace), call.id)).toEqual({ ok: true, value: 'scoring' });
    const after = { ...late, expiresAt: call.closesAt + 2 * DAY };
    expect(makeCallCode(world.as(grace), call.id, world.newId(), after)).toEqual({
      ok: false,
      reason: 'entries-stopped',
    });
  });

  it('writes to everybody who said yes, once', async () => {
    const world = testWorld();
    const { call, grace } = scoringPanel(world);
    expect(openScoring(world.as(grace), call.id)).toEqual({ ok: false, reason: 'already-opened' });
    expect((await keepPromises(() => world.as(null), keepers)).failed).toBe(0);
    const opened = world.db
      .select()
      .from(message)
      .all()
      .filter((row) => row.subject.startsWith('You can start scoring'));
    expect(opened.map((row) => row.recipient).toSorted()).toEqual([
      'bo@people.example',
      'helen@people.example',
      'nadia@people.example',
    ]);
  });
});

describe('declaring conflicts', () => {
  it('comes before any text, and not before the call has closed', () => {
    const world = testWorld();
    const { call, grace, applications, members } = seatedPanel(world);
    must(openScoring(world.as(grace), call.id));
    const bo = world.as(members.Bo ?? '');
    expect(scoringSheet(bo, applications.Amina ?? '')).toBeNull();
    expect(panelWork(bo, call.id)?.work).toEqual([]);
    world.moveTo(call.closesAt - 1);
    expect(declareConflicts(world.as(members.Bo ?? ''), call.id, [])).toEqual({ ok: false, reason: 'not-found' });
    world.moveTo(call.closesAt);
    must(declareConflicts(world.as(members.Bo ?? ''), call.id, []));
    expect(scoringSheet(world.as(members.Bo ?? ''), applications.Amina ?? '')?.application.title).toBe('Amina’s plan');
  });

  it('keeps a member away from what she named and from her own', () => {
    const world = testWorld();
    const round = closedCall(world);
    const amina = seated(world, round, 'Amina', 'participant');
    const { Amina: own = '', Yusuf: named = '', Hana: free = '' } = round.applications;
    expect(declareConflicts(world.as(amina), round.call.id, [{ applicationId: named, reason: SISTER }])).toEqual({
      ok: true,
      value: { conflicts: 2 },
    });
    must(openScoring(world.as(round.grace), round.call.id));
    const context = world.as(amina);
    expect([own, named, free].map((id) => hasDeclaredConflict(context, amina, id))).toEqual([true, true, false]);
    expect([own, named, free].map((id) => scoringSheet(context, id) !== null)).toEqual([false, false, true]);
    expect(submitScores(context, named, entries(round.call, 5))).toEqual({ ok: false, reason: 'not-found' });
    expect(saveScores(context, own, entries(round.call, 5))).toEqual({ ok: false, reason: 'not-found' });
  });

  it('sets a sheet aside when the conflict turns up later, and shuts the application again', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const { Amina: plan = '' } = applications;
    const bo = world.as(members.Bo ?? '');
    must(submitScores(bo, plan, entries(call, 5)));
    must(submitScores(world.as(members.Helen ?? ''), plan, entries(call, 3)));
    expect(panelRanking(bo, call.id)[0]).toMatchObject({ applicationId: plan, meanMilli: 4000, sheets: 2 });
    must(declareConflicts(bo, call.id, [{ applicationId: plan, reason: SISTER }]));
    expect(panelRanking(bo, call.id)[0]).toMatchObject({ applicationId: plan, meanMilli: 3000, sheets: 1 });
    expect(scoringSheet(bo, plan)).toBeNull();
    expect(saveScores(bo, plan, entries(call, 1))).toEqual({ ok: false, reason: 'not-found' });
    must(declareConflicts(bo, call.id, []));
    expect(hasDeclaredConflict(bo, members.Bo ?? '', plan)).toBe(true);
  });

  it('names only applications of its own call', () => {
    const world = testWorld();
    const { call, members } = seatedPanel(world);
    const elsewhere = [{ applicationId: '0'.repeat(20), reason: SISTER }];
    expect(declareConflicts(world.as(members.Bo ?? ''), call.id, elsewhere)).toEqual({
      ok: false,
      reason: 'unknown-application',
    });
  });
});

describe('scoring', () => {
  it('keeps a draft to its assessor, who can change it until it is handed in', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const { Amina: plan = '' } = applications;
    const bo = world.as(members.Bo ?? '');
    const need = call.criteria[0]?.id ?? '';
    must(saveScores(bo, plan, { scores: { [need]: 2 }, strength: '', concern: 'Time' }));
    expect(scoringSheet(bo, plan)?.sheet).toMatchObject({
      state: 'draft',
      scores: { [need]: 2 },
      strength: '',
      concern: 'Time',
    });
    must(saveScores(bo, plan, { scores: {}, strength: '', concern: '' }));
    expect(scoringSheet(bo, plan)?.sheet).toMatchObject({ scores: {} });
    expect(panelRanking(bo, call.id).every((row) => row.sheets === 0)).toBe(true);
    expect(submitScores(bo, plan, { ...entries(call, 4), concern: '' })).toEqual({
      ok: false,
      reason: 'comments-missing',
    });
    must(submitScores(bo, plan, entries(call, 4)));
    expect(submitScores(bo, plan, entries(call, 5))).toEqual({ ok: false, reason: 'already-submitted' });
    expect(saveScores(bo, plan, entries(call, 5))).toEqual({ ok: false, reason: 'already-submitted' });
  });

  it('shows others’ scores for an application only once her own are in', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const { Amina: plan = '', Yusuf: other = '' } = applications;
    const [bo, helen] = [world.as(members.Bo ?? ''), world.as(members.Helen ?? '')];
    must(submitScores(helen, plan, entries(call, 2)));
    must(submitScores(helen, other, entries(call, 2)));
    expect(scoringSheet(bo, plan)?.seen).toBeNull();
    must(saveScores(bo, plan, entries(call, 4)));
    expect(scoringSheet(bo, plan)?.seen).toBeNull();
    must(submitScores(bo, plan, entries(call, 4)));
    expect(scoringSheet(bo, plan)?.seen).toMatchObject({
      sheets: [
        { isMine: true, meanMilli: 4000 },
        { isMine: false, by: { name: 'Helen', kind: 'funder' }, meanMilli: 2000 },
      ],
      together: { meanMilli: 3000, sheets: 2 },
    });
    expect(scoringSheet(bo, other)?.seen).toBeNull();
  });

  it('tells the manager who has done how much, and no score before the end', () => {
    const world = testWorld();
    const { call, grace, applications, members } = scoringPanel(world);
    const { Amina: plan = '', Yusuf: other = '' } = applications;
    const bo = world.as(members.Bo ?? '');
    must(submitScores(bo, plan, entries(call, 5)));
    must(saveScores(bo, other, entries(call, 1)));
    must(declareConflicts(world.as(members.Nadia ?? ''), call.id, [{ applicationId: plan, reason: SISTER }]));
    const board = panelBoard(world.as(grace), call.id);
    expect(board?.members).toMatchObject([
      { name: 'Bo', assigned: 3, started: 1, submitted: 1, conflicts: 0 },
      { name: 'Helen', assigned: 3, started: 0, submitted: 0, conflicts: 0 },
      { name: 'Nadia', assigned: 2, started: 0, submitted: 0, conflicts: 1 },
    ]);
    expect(board?.sheetsMissing).toBe(7);
    expect(JSON.stringify(board)).not.toMatch(/mean|score"/i);
    expect(shortlistDesk(world.as(grace), call.id, null)?.rows).toEqual([]);
  });

  it('goes on counting the sheets of somebody who left, and shuts the panel to her', () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    const nadia = world.as(members.Nadia ?? '');
    must(submitScores(nadia, applications.Amina ?? '', entries(call, 4)));
    must(leavePanel(nadia, call.id));
    expect(panelRanking(nadia, call.id)[0]).toMatchObject({ meanMilli: 4000, sheets: 1 });
    expect(scoringSheet(nadia, applications.Amina ?? '')).toBeNull();
    expect(panelWork(nadia, call.id)).toBeNull();
  });

  it('is shut to an application that was withdrawn', async () => {
    const world = testWorld();
    const { call, applications, members } = scoringPanel(world);
    must(await withdrawApplication(world.as(world.person('Amina')), applications.Amina ?? ''));
    const bo = world.as(members.Bo ?? '');
    expect(scoringSheet(bo, applications.Amina ?? '')).toBeNull();
    expect(panelWork(bo, call.id)?.work).toHaveLength(2);
    expect(panelRanking(bo, call.id)).toHaveLength(2);
  });
});

describe('ending the scoring', () => {
  it('is refused while the promise about participants is broken, until a seat is filled again', () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const { call, grace, applications, members } = round;
    must(submitScores(world.as(members.Helen ?? ''), applications.Amina ?? '', entries(call, 4)));
    must(leavePanel(world.as(members.Bo ?? ''), call.id));
    must(leavePanel(world.as(members.Nadia ?? ''), call.id));
    expect(closeScoring(world.as(grace), call.id)).toEqual({ ok: false, reason: 'composition-not-met' });
    seated(world, round, 'Musa', 'participant');
    expect(closeScoring(world.as(grace), call.id)).toEqual({ ok: true, value: 'closed' });
    expect(leavePanel(world.as(world.person('Musa')), call.id)).toEqual({ ok: false, reason: 'panel-closed' });
  });

  it('leaves drafts out and lets nobody write any more', () => {
    const world = testWorld();
    const { call, grace, applications, members } = scoringPanel(world);
    const bo = world.as(members.Bo ?? '');
    must(submitScores(bo, applications.Amina ?? '', entries(call, 4)));
    must(saveScores(bo, applications.Yusuf ?? '', entries(call, 5)));
    must(closeScoring(world.as(grace), call.id));
    expect(submitScores(bo, applications.Yusuf ?? '', entries(call, 5))).toEqual({ ok: false, reason: 'not-scoring' });
    expect(panelRanking(bo, call.id).map((row) => row.rank)).toEqual([1, null, null]);
  });
});
