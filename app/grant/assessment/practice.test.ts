import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { sendPractice } from './commands/send-practice.server.ts';
import { panelPeople } from './queries/panel-people.server.ts';
import { practicePage, practiceSheet } from './queries/practice.server.ts';
import { severityOf } from './queries/seat-terms.server.ts';
import { PRACTICE_EXAMPLES, WORKED } from './rules/practice.ts';
import { findMember } from './store/panel.server.ts';
import { must, seatedPanel } from './trial-panel.testing.ts';

describe('practising on made-up applications', () => {
  it('shows the worked scores once one’s own are sent, and takes them once', () => {
    const world = testWorld();
    const { call, members } = seatedPanel(world);
    const bo = world.as(members.Bo ?? '');
    expect(practiceSheet(bo, call.id, 'sewing')).toMatchObject({ key: 'sewing', compared: null });
    const mine = { need: 5, led: null, plan: 1, change: 3 };
    must(sendPractice(bo, call.id, 'sewing', mine));
    expect(practiceSheet(bo, call.id, 'sewing')?.compared).toEqual({ mine, worked: WORKED.sewing });
    expect(practiceSheet(bo, call.id, 'football')?.compared).toBeNull();
    expect(sendPractice(bo, call.id, 'sewing', mine)).toEqual({ ok: false, reason: 'already-done' });
  });

  it.each([
    ['scores-missing', { need: 5, led: 1, plan: 1 }],
    ['score-off-scale', { need: 6, led: 1, plan: 1, change: 1 }],
    ['score-off-scale', { need: 0, led: 1, plan: 1, change: 1 }],
    ['score-off-scale', { need: 1.5, led: 1, plan: 1, change: 1 }],
  ])('is refused: %s', (reason, scores) => {
    const world = testWorld();
    const { call, members } = seatedPanel(world);
    const sent = sendPractice(world.as(members.Bo ?? ''), call.id, 'walks', scores as typeof WORKED.walks);
    expect(sent).toEqual({ ok: false, reason });
  });

  it('is for those who sit on the panel', () => {
    const world = testWorld();
    const { call, grace } = seatedPanel(world);
    for (const personId of [null, grace, world.person('Amina')]) {
      expect(practicePage(world.as(personId), call.id)).toBeNull();
      expect(practiceSheet(world.as(personId), call.id, 'walks')).toBeNull();
      const sent = sendPractice(world.as(personId), call.id, 'walks', WORKED.walks);
      expect(sent).toEqual({ ok: false, reason: 'not-found' });
    }
  });

  it('knows three applications and no other', () => {
    const world = testWorld();
    const { call, members } = seatedPanel(world);
    expect(practiceSheet(world.as(members.Bo ?? ''), call.id, 'constructor')).toBeNull();
  });

  it('tells whoever gives out work, and the manager in words, who scores high', () => {
    const world = testWorld();
    const { call, grace, members } = seatedPanel(world);
    const bo = world.as(members.Bo ?? '');
    for (const example of PRACTICE_EXAMPLES) {
      const { need, led, plan, change } = WORKED[example];
      const higher = (score: number) => Math.min(5, score + 1);
      const scores = { need: higher(need), led: higher(led), plan: higher(plan), change: higher(change) };
      must(sendPractice(bo, call.id, example, scores));
    }
    // Three of the twelve were at the top already.
    const memberId = findMember(world.db, call.id, members.Bo ?? '')?.id ?? '';
    expect(severityOf(world.db, call.id).get(memberId)).toBe(9 / 12);
    expect(practicePage(bo, call.id)?.tendency).toBe('lenient');
    const seated = panelPeople(world.as(grace), call.id)?.seated;
    expect(seated?.find(({ name }) => name === 'Bo')).toMatchObject({ practised: 3, tendency: 'lenient' });
    expect(seated?.find(({ name }) => name === 'Nadia')).toMatchObject({ practised: 0, tendency: 'middle' });
  });
});
