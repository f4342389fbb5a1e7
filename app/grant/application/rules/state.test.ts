import { describe, expect, it } from 'vitest';
import { mayReadAsManager, mayStart } from './access.ts';
import { type ApplicationState, move } from './state.ts';

const STATES: readonly ApplicationState[] = ['draft', 'submitted', 'withdrawn'];

describe('the way of an application', () => {
  it('leads forward only', () => {
    const moves = STATES.flatMap((from) => STATES.filter((to) => move(from, to).ok).map((to) => `${from} to ${to}`));
    expect(moves).toEqual(['draft to submitted', 'draft to withdrawn', 'submitted to withdrawn']);
  });
});

describe('who may see an application', () => {
  const call = { partnerId: 'common-ground' };
  const amina = { personId: 'amina', duties: [] };
  const grace = { personId: 'grace', duties: [{ partnerId: 'common-ground', duty: 'manager' }] } as const;
  const finn = { personId: 'finn', duties: [{ partnerId: 'common-ground', duty: 'finance' }] } as const;
  const otto = { personId: 'otto', duties: [{ partnerId: 'spark', duty: 'manager' }] } as const;

  it('is a manager of the partner, once it was submitted and until it is taken back', () => {
    const readable = (state: ApplicationState) =>
      [amina, grace, finn, otto, null].filter((actor) => mayReadAsManager(actor, { state }, call));
    expect(readable('submitted')).toEqual([grace]);
    expect(readable('draft')).toEqual([]);
    expect(readable('withdrawn')).toEqual([]);
  });
  it('may start one unless they help to give the money', () => {
    expect([amina, grace, finn, otto].filter((actor) => mayStart(actor, call))).toEqual([amina, otto]);
    expect(mayStart(null, call)).toBe(false);
  });
});
