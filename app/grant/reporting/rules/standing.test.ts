import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StandingFacts, standingOf } from './standing.ts';

const sent: StandingFacts = {
  application: 'submitted',
  submittedAt: 10,
  window: 'closed',
  closesAt: 20,
  panel: 'preparing',
  eligibility: null,
  isReopened: false,
  shortlisting: null,
  hasPitchDay: true,
  pitchDayAt: null,
  pitchDay: null,
  outcome: null,
  award: null,
  payeeKnown: false,
  tranchesPaid: 0,
  tranchesPlanned: 0,
  mentorMatched: false,
};

const stand = (facts: Partial<StandingFacts>) => {
  const standing = standingOf({ ...sent, ...facts });
  return [standing.now, standing.actsNext, standing.isOver];
};

describe('saying where an application stands', () => {
  it('asks the applicant to go on while the call is open, and says so when it closed without her', () => {
    expect(stand({ application: 'draft', submittedAt: null, window: 'open' })).toEqual(['writing', 'you', false]);
    expect(stand({ application: 'draft', submittedAt: null, window: 'closed' })).toEqual([
      'closed-unsent',
      'nobody',
      true,
    ]);
  });
  it('asks the applicant while parts of what was sent are reopened, unless the call is not for it', () => {
    expect(stand({ isReopened: true })).toEqual(['reopened', 'you', false]);
    expect(stand({ isReopened: true, panel: 'scoring' })).toEqual(['reopened', 'you', false]);
    expect(stand({ isReopened: true, eligibility: 'not-eligible' })).toEqual(['not-eligible', 'nobody', true]);
    expect(stand({ isReopened: true, outcome: 'declined' })).toEqual(['declined', 'nobody', true]);
  });
  it('says when the call closes until it has, and nothing of it afterwards', () => {
    const panelAt = (facts: Partial<StandingFacts>) =>
      standingOf({ ...sent, ...facts }).stations.find(({ name }) => name === 'panel')?.at;
    expect(panelAt({ window: 'open' })).toBe(20);
    expect(panelAt({ window: 'closed' })).toBeNull();
    expect(panelAt({ window: 'open', isReopened: true })).toBeNull();
    expect(panelAt({ window: 'open', eligibility: 'not-eligible' })).toBeNull();
  });
  it('follows the panel', () => {
    expect(stand({})).toEqual(['waiting-for-panel', 'partner', false]);
    expect(stand({ panel: 'scoring' })).toEqual(['panel-reads', 'panel', false]);
    expect(stand({ panel: 'closed' })).toEqual(['panel-done', 'partner', false]);
  });
  it('ends where the check of eligibility turned it away, and asks the applicant where more is needed', () => {
    expect(stand({ eligibility: 'not-eligible' })).toEqual(['not-eligible', 'nobody', true]);
    expect(stand({ eligibility: 'not-eligible', panel: 'scoring' })).toEqual(['not-eligible', 'nobody', true]);
    expect(stand({ eligibility: 'more-needed' })).toEqual(['more-needed', 'you', false]);
    expect(stand({ eligibility: 'more-needed', panel: 'scoring' })).toEqual(['panel-reads', 'panel', false]);
  });
  it('tells a shortlisted group to get ready once the day is known, and waits for the partner before', () => {
    expect(stand({ shortlisting: 'shortlisted' })).toEqual(['pitch-coming', 'partner', false]);
    expect(stand({ shortlisting: 'shortlisted', pitchDay: 'planned', pitchDayAt: 30 })).toEqual([
      'pitch-coming',
      'you',
      false,
    ]);
    expect(stand({ shortlisting: 'shortlisted', pitchDay: 'running', pitchDayAt: 30 })).toEqual([
      'pitch-coming',
      'room',
      false,
    ]);
    expect(stand({ shortlisting: 'shortlisted', pitchDay: 'over', pitchDayAt: 30 })).toEqual([
      'deciding',
      'partner',
      false,
    ]);
  });
  it('goes straight to the decision where there is no pitch day', () => {
    expect(stand({ shortlisting: 'shortlisted', hasPitchDay: false })).toEqual(['deciding', 'partner', false]);
    expect(standingOf({ ...sent, hasPitchDay: false }).stations.map((station) => station.name)).not.toContain('pitch');
  });
  it('ends kindly where there is no award', () => {
    expect(stand({ outcome: 'declined' })).toEqual(['declined', 'nobody', true]);
    expect(stand({ outcome: 'reserve' })).toEqual(['reserve', 'partner', false]);
    expect(stand({ application: 'withdrawn' })).toEqual(['withdrawn', 'nobody', true]);
  });
  it('answers "where is my money?" at every turn', () => {
    expect(stand({ outcome: 'awarded', award: 'offered' })).toEqual(['offer-open', 'you', false]);
    expect(stand({ outcome: 'awarded', award: 'refused' })).toEqual(['offer-refused', 'nobody', true]);
    expect(stand({ outcome: 'awarded', award: 'lapsed' })).toEqual(['offer-lapsed', 'nobody', true]);
    expect(stand({ outcome: 'awarded', award: 'accepted' })).toEqual(['money-needs-account', 'you', false]);
    expect(stand({ outcome: 'awarded', award: 'accepted', payeeKnown: true, tranchesPlanned: 2 })).toEqual([
      'money-planned',
      'finance',
      false,
    ]);
    expect(
      stand({ outcome: 'awarded', award: 'accepted', payeeKnown: true, tranchesPlanned: 2, tranchesPaid: 1 }),
    ).toEqual(['mentor-coming', 'partner', false]);
    expect(
      stand({
        outcome: 'awarded',
        award: 'accepted',
        payeeKnown: true,
        tranchesPlanned: 2,
        tranchesPaid: 2,
        mentorMatched: true,
      }),
    ).toEqual(['mentor-with-you', 'mentor', false]);
  });

  it('always has at most one present station, with everything before it past and everything after it ahead', () => {
    const facts = fc.record<StandingFacts>({
      application: fc.constantFrom('draft', 'submitted', 'withdrawn'),
      submittedAt: fc.constantFrom(null, 10),
      window: fc.constantFrom('not-yet', 'open', 'closed'),
      closesAt: fc.constant(20),
      panel: fc.constantFrom('preparing', 'scoring', 'closed'),
      eligibility: fc.constantFrom('not-eligible', 'more-needed', null),
      isReopened: fc.boolean(),
      shortlisting: fc.constantFrom('shortlisted', 'not-shortlisted', null),
      hasPitchDay: fc.boolean(),
      pitchDayAt: fc.constantFrom(null, 30),
      pitchDay: fc.constantFrom('planned', 'running', 'over', null),
      outcome: fc.constantFrom('awarded', 'reserve', 'declined', null),
      award: fc.constantFrom('offered', 'accepted', 'refused', 'lapsed', null),
      payeeKnown: fc.boolean(),
      tranchesPaid: fc.nat(3),
      tranchesPlanned: fc.constant(3),
      mentorMatched: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const standing = standingOf(given);
        const order = standing.stations.map((station) => ['past', 'now', 'next'].indexOf(station.state));
        expect(order).toEqual(order.toSorted());
        expect(order.filter((place) => place === 1)).toHaveLength(standing.isOver ? 0 : 1);
        expect(standing.isOver ? ['nobody'] : ['you', 'panel', 'partner', 'finance', 'mentor', 'room']).toContain(
          standing.actsNext,
        );
      }),
    );
  });
});
