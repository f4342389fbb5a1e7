import { describe, expect, it } from 'vitest';
import { compositionOf } from '../composition.ts';
import { decideGiveOut, desksToChange } from './giving-out.ts';

const half = compositionOf(
  [
    { kind: 'participant', state: 'accepted' },
    { kind: 'funder', state: 'accepted' },
  ],
  50,
);
const ready = {
  panel: 'scoring',
  isCallClosed: true,
  applications: 3,
  ready: 2,
  composition: half,
  plan: 'as seen',
} as const;

describe('giving out', () => {
  it('is possible while a panel is prepared and while it scores', () => {
    expect(decideGiveOut(ready, 'as seen').ok).toBe(true);
    expect(decideGiveOut({ ...ready, panel: 'preparing' }, 'as seen').ok).toBe(true);
    expect(decideGiveOut(ready, null).ok).toBe(true);
  });

  it.each([
    ['panel-closed', { panel: 'closed', isCallClosed: false }],
    ['call-not-closed', { isCallClosed: false, applications: 0 }],
    ['nothing-to-assess', { applications: 0 }],
    ['composition-not-met', { composition: compositionOf([{ kind: 'funder', state: 'accepted' }], 50) }],
    ['nobody-ready', { ready: 0 }],
    ['plan-changed', { plan: 'another' }],
  ] as const)('is refused first because of %s', (reason, change) => {
    expect(decideGiveOut({ ...ready, ...change }, 'as seen')).toEqual({ ok: false, reason });
  });
});

describe('what changes on the desks', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((applicationId) => ({ applicationId, memberId: 'bo' }));
  it('is what is wanted and not there, and what is there and not wanted', () => {
    expect(desksToChange([a, b].flatMap(some), [a].flatMap(some), [c].flatMap(some))).toEqual({ give: [c], take: [b] });
  });
  it('is nothing where everything lies where it should', () => {
    expect(desksToChange([a, b].flatMap(some), [b].flatMap(some), [a].flatMap(some))).toEqual({ give: [], take: [] });
  });
});

const some = <Value>(value: Value | undefined): Value[] => (value === undefined ? [] : [value]);
