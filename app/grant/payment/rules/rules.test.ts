import { describe, expect, it } from 'vitest';
import { type ApprovedFacts, approvalHash } from './approval-hash.ts';
import { HOLD_AFTER_CHANGE, heldUntil, isOnHold } from './payee-hold.ts';
import { isBeforeReserve, isLive, movePayout, PAYOUT_MOVES, PAYOUT_STATES } from './payout-state.ts';
import {
  awardPlanned,
  fundsReceived,
  payoutReserved,
  payoutReturned,
  payoutSettled,
  payoutUndone,
  trancheDue,
} from './postings.ts';
import { decidePayee } from './setting-payee.ts';
import { trancheStatus } from './tranche-status.ts';
import { decideChecker, decideMaker } from './two-people.ts';

describe('the life of a payout', () => {
  it('answers every pair of states, and only forward', () => {
    for (const from of PAYOUT_STATES) {
      for (const to of PAYOUT_STATES) {
        const isListed = PAYOUT_MOVES[from].includes(to);
        expect(movePayout(from, to).ok, `${from}>${to}`).toBe(isListed);
        if (isListed) expect(PAYOUT_STATES.indexOf(to)).toBeGreaterThan(PAYOUT_STATES.indexOf(from));
      }
    }
  });
  it('ends in states that nothing leaves, and only those let a new attempt begin', () => {
    const dead = PAYOUT_STATES.filter((state) => !isLive(state));
    expect(dead).toEqual(['failed', 'returned', 'cancelled']);
    for (const state of dead) expect(PAYOUT_MOVES[state]).toEqual([]);
  });
  it('can be cancelled exactly while no money is reserved', () => {
    for (const state of PAYOUT_STATES) expect(movePayout(state, 'cancelled').ok, state).toBe(isBeforeReserve(state));
  });
});

describe('two people', () => {
  const finn = { id: 'finn', isInsider: false, hasDeclaredConflict: false, isRecused: false };
  const payee = { editedBy: 'amina' };
  it('lets somebody prepare who has no part in it', () => {
    expect(decideMaker(finn, payee).ok).toBe(true);
    expect(decideMaker({ ...finn, isInsider: true }, payee)).toEqual({ ok: false, reason: 'own-award' });
    expect(decideMaker(finn, { ...payee, editedBy: 'finn' })).toEqual({ ok: false, reason: 'own-details' });
    expect(decideMaker({ ...finn, hasDeclaredConflict: true }, payee)).toEqual({
      ok: false,
      reason: 'declared-conflict',
    });
  });
  it('is for nobody who mentors the group', () => {
    const recused = { ok: false, reason: 'recused' };
    expect(decideMaker({ ...finn, isRecused: true }, payee)).toEqual(recused);
    expect(decideChecker({ ...finn, isRecused: true }, { ...payee, makerId: 'farah' })).toEqual(recused);
  });
  it('lets somebody else approve', () => {
    expect(decideChecker({ ...finn, id: 'farah' }, { ...payee, makerId: 'finn' }).ok).toBe(true);
    expect(decideChecker(finn, { ...payee, makerId: 'finn' })).toEqual({ ok: false, reason: 'own-payout' });
    expect(decideChecker({ ...finn, hasDeclaredConflict: true }, { ...payee, makerId: 'farah' })).toEqual({
      ok: false,
      reason: 'declared-conflict',
    });
  });
});

describe('signing a payout', () => {
  it('signs everything that decides who gets how much', () => {
    const facts: ApprovedFacts = {
      payoutId: 'p',
      trancheId: 't',
      attempt: 1,
      rail: 'bank-file',
      amountMinor: 100,
      currency: 'GBP',
      reference: 'R',
      endToEndId: 'E',
      payeeVersionId: 'v',
      payeeSealed: 's',
    };
    const other: ApprovedFacts = {
      payoutId: 'p2',
      trancheId: 't2',
      attempt: 2,
      rail: 'by-hand',
      amountMinor: 101,
      currency: 'EUR',
      reference: 'R2',
      endToEndId: 'E2',
      payeeVersionId: 'v2',
      payeeSealed: 's2',
    };
    const signed = approvalHash(facts);
    expect(approvalHash({ ...facts })).toBe(signed);
    for (const name of Object.keys(facts) as (keyof ApprovedFacts)[]) {
      expect(approvalHash({ ...facts, [name]: other[name] }), name).not.toBe(signed);
    }
  });
});

describe('changed details', () => {
  it('are held for three days to the millisecond; first details are not', () => {
    expect(isOnHold({ version: 1, editedAt: 5 }, 5)).toBe(false);
    expect(isOnHold({ version: 1, editedAt: 5 }, 4)).toBe(false);
    expect(heldUntil({ version: 2, editedAt: 5 })).toBe(5 + HOLD_AFTER_CHANGE);
    expect(isOnHold({ version: 2, editedAt: 5 }, 5 + HOLD_AFTER_CHANGE - 1)).toBe(true);
    expect(isOnHold({ version: 2, editedAt: 5 }, 5 + HOLD_AFTER_CHANGE)).toBe(false);
  });
  it('wait while money is on its way', () => {
    const facts = {
      isAccepted: true,
      livePayouts: [],
      isAccountLikely: true,
      hasLookedAgain: false,
      awardMinor: 300_000,
      host: null,
    };
    for (const state of PAYOUT_STATES) {
      const outcome = decidePayee({ ...facts, livePayouts: [state] });
      const isOnItsWay = state === 'reserved' || state === 'sending';
      if (isLive(state)) expect(outcome.ok, state).toBe(!isOnItsWay);
    }
    expect(decidePayee({ ...facts, isAccepted: false })).toEqual({ ok: false, reason: 'not-accepted' });
    expect(decidePayee({ ...facts, isAccountLikely: null }).ok).toBe(true);
  });
});

describe('where is my money', () => {
  it('always names the next person', () => {
    const due = {
      state: 'due',
      hasPayee: true,
      isConfirmed: true,
      host: 'not-needed',
      isOnHold: false,
      payoutState: null,
    } as const;
    expect(trancheStatus({ ...due, state: 'planned' }).whoActsNext).toBe('mentor');
    expect(trancheStatus({ ...due, hasPayee: false }).whoActsNext).toBe('recipient');
    expect(trancheStatus({ ...due, isOnHold: true })).toEqual({ status: 'details-on-hold', whoActsNext: 'finance' });
    expect(trancheStatus({ ...due, isConfirmed: false, isOnHold: true })).toEqual({
      status: 'needs-code',
      whoActsNext: 'recipient',
    });
    expect(trancheStatus({ ...due, host: 'asked' })).toEqual({ status: 'host-asked', whoActsNext: 'host' });
    expect(trancheStatus({ ...due, host: 'declined' })).toEqual({ status: 'host-declined', whoActsNext: 'recipient' });
    expect(trancheStatus({ ...due, host: 'accepted' })).toEqual(trancheStatus(due));
    expect(trancheStatus(due)).toEqual({ status: 'ready-to-pay', whoActsNext: 'finance' });
    expect(trancheStatus({ ...due, state: 'paid' }).whoActsNext).toBe('nobody');
    for (const payoutState of ['draft', 'submitted', 'approved', 'reserved', 'sending'] as const) {
      const { whoActsNext } = trancheStatus({ ...due, state: 'in-payment', payoutState });
      expect(whoActsNext, payoutState).toBe(payoutState === 'sending' ? 'bank' : 'finance');
    }
  });
});

describe('postings', () => {
  const money = {
    callId: 'c',
    awardId: 'a',
    trancheId: 't',
    payoutId: 'p',
    rail: 'bank-file',
    amountMinor: 7,
  } as const;
  const all = [
    fundsReceived({ callId: 'c', ref: 'r', amountMinor: 7, note: '' }),
    awardPlanned(money),
    trancheDue(money),
    payoutReserved(money),
    payoutSettled({ ...money, evidence: 'e' }),
    payoutUndone({ ...money, reason: 'x' }),
    payoutReturned({ ...money, reason: 'x' }),
  ];
  it('add up to nothing, and mention each account once', () => {
    for (const posting of all) {
      expect(posting.lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(0);
      const places = posting.lines.map((line) => `${line.kind} ${line.subjectId}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });
  it('lead from the funder to the group', () => {
    const walked = new Map<string, number>();
    for (const posting of all.slice(0, 5)) {
      for (const line of posting.lines) walked.set(line.kind, (walked.get(line.kind) ?? 0) + line.amountMinor);
    }
    expect(Object.fromEntries(walked)).toEqual({
      fundIn: -7,
      available: 0,
      awarded: 0,
      payable: 0,
      inTransit: 0,
      granted: 7,
      bank: 0,
      held: 0,
    });
  });
  it('move whole amounts only', () => {
    for (const amountMinor of [0, 0.5, Number.NaN, 1e13]) {
      expect(() => awardPlanned({ callId: 'c', awardId: 'a', amountMinor })).toThrow();
    }
  });
});
