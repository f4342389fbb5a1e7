import { describe, expect, it } from 'vitest';
import { compositionOf } from './composition.ts';
import { decideClosing, decideOpening } from './panel-state.ts';

const met = compositionOf([{ kind: 'participant', state: 'accepted' }], 33);
const short = compositionOf([{ kind: 'staff', state: 'accepted' }], 33);
const ready = { state: 'preparing', isCallClosed: true, lettersWaiting: 0, applications: 1, composition: met } as const;
const scoring = {
  state: 'scoring',
  sheetsSubmitted: 1,
  composition: met,
  short: { now: 'two lack one', seen: 'two lack one' },
} as const;

describe('opening the scoring', () => {
  it('happens once the call has closed, something came in and enough participants sit on the panel', () => {
    expect(decideOpening(ready)).toEqual({ ok: true, value: 'scoring' });
  });
  it.each([
    ['already-opened', { ...ready, state: 'scoring' }],
    ['already-opened', { ...ready, state: 'closed' }],
    ['call-not-closed', { ...ready, isCallClosed: false }],
    ['letters-waiting', { ...ready, lettersWaiting: 1, applications: 0 }],
    ['nothing-to-assess', { ...ready, applications: 0 }],
    ['composition-not-met', { ...ready, composition: short }],
  ] as const)('is refused: %s', (reason, facts) => {
    expect(decideOpening(facts)).toEqual({ ok: false, reason });
  });
});

describe('closing the scoring', () => {
  it('happens while the share of participants holds and somebody has scored', () => {
    expect(decideClosing(scoring)).toEqual({ ok: true, value: 'closed' });
  });
  it.each([
    ['not-scoring', { ...scoring, state: 'preparing' }],
    ['not-scoring', { ...scoring, state: 'closed' }],
    ['composition-not-met', { ...scoring, composition: short }],
    ['no-sheets', { ...scoring, sheetsSubmitted: 0 }],
    ['readers-changed', { ...scoring, short: { now: 'two lack one', seen: 'nobody lacks any' } }],
  ] as const)('is refused: %s', (reason, facts) => {
    expect(decideClosing(facts)).toEqual({ ok: false, reason });
  });
});
