import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#app/kernel/instant.ts';
import {
  dayStanding,
  decideNumber,
  decidePlaces,
  movingUp,
  nextTurn,
  type PartyState,
  peopleComing,
  placesFree,
  type Queued,
  sayNoUntil,
  signUpEnded,
  stateOnEntry,
} from './coming.ts';

/** "coming 3" and "waiting 2" in turn, by name. */
function list(parties: Record<string, readonly [PartyState, number]>): Queued[] {
  return Object.entries(parties).map(([id, [state, people]], index) => ({ id, turn: index + 1, state, people }));
}

describe('signing up', () => {
  it('gives a place while all of the party fit, to the last chair', () => {
    expect(stateOnEntry(4, list({ Amina: ['coming', 2] }), 2)).toBe('coming');
    expect(stateOnEntry(4, list({ Amina: ['coming', 2] }), 3)).toBe('waiting');
    expect(stateOnEntry(null, list({ Amina: ['coming', 4000] }), 8)).toBe('coming');
  });

  it('begins behind whoever waits, also where one would fit', () => {
    const parties = list({ Amina: ['coming', 3], Bo: ['waiting', 4] });
    expect(placesFree(4, parties)).toBe(1);
    expect(stateOnEntry(4, parties, 1)).toBe('waiting');
  });

  it('counts nobody who cancelled, and gives their turn to nobody else', () => {
    const parties = list({ Amina: ['cancelled', 4], Bo: ['coming', 1] });
    expect(peopleComing(parties)).toBe(1);
    expect(stateOnEntry(4, parties, 3)).toBe('coming');
    expect(nextTurn(parties)).toBe(3);
    expect(nextTurn([])).toBe(1);
  });
});

describe('moving up', () => {
  it('takes the first who wait, as many as fit', () => {
    const parties = list({ Amina: ['coming', 1], Bo: ['waiting', 2], Chen: ['waiting', 1], Dara: ['waiting', 1] });
    expect(movingUp(3, parties)).toEqual(['Bo']);
    expect(movingUp(4, parties)).toEqual(['Bo', 'Chen']);
    expect(movingUp(null, parties)).toEqual(['Bo', 'Chen', 'Dara']);
    expect(movingUp(1, parties)).toEqual([]);
  });

  it('lets nobody overtake a party that does not fit', () => {
    const parties = list({ Amina: ['coming', 2], Bo: ['waiting', 3], Chen: ['waiting', 1] });
    expect(movingUp(4, parties)).toEqual([]);
    expect(movingUp(5, parties)).toEqual(['Bo']);
  });

  it('goes by turn, in whatever order the rows come', () => {
    const parties = list({ Amina: ['waiting', 1], Bo: ['waiting', 1] }).toReversed();
    expect(movingUp(1, parties)).toEqual(['Amina']);
  });
});

describe('saying another number', () => {
  const parties = list({ Amina: ['coming', 2], Bo: ['coming', 1], Chen: ['cancelled', 1] });

  it('is always possible downward, and upward into places nobody waits for', () => {
    const [amina] = parties;
    if (amina === undefined) throw new Error('Amina is first');
    expect(decideNumber(3, parties, amina, 1)).toMatchObject({ ok: true, value: 'stays' });
    expect(decideNumber(4, parties, amina, 3)).toMatchObject({ ok: true, value: 'stays' });
    expect(decideNumber(3, parties, amina, 3)).toMatchObject({ ok: false, reason: 'no-more-places' });
    expect(decideNumber(null, parties, amina, 8)).toMatchObject({ ok: true });
  });

  it('takes no place from somebody who waits', () => {
    const full = list({ Amina: ['coming', 1], Bo: ['waiting', 4] });
    const [amina, bo] = full;
    if (amina === undefined || bo === undefined) throw new Error('two parties');
    expect(decideNumber(4, full, amina, 2)).toMatchObject({ ok: false, reason: 'no-more-places' });
    expect(decideNumber(4, full, bo, 8)).toMatchObject({ ok: true, value: 'stays' });
  });

  it('sends a party that waits and grows to the end, behind those it would have held up', () => {
    const waiting = list({ Amina: ['waiting', 1], Bo: ['waiting', 1] });
    const [amina] = waiting;
    if (amina === undefined) throw new Error('Amina is first');
    expect(decideNumber(0, waiting, amina, 2)).toMatchObject({ ok: true, value: 'to-the-end' });
    expect(decideNumber(0, waiting, amina, 1)).toMatchObject({ ok: true, value: 'stays' });
  });

  it('changes nothing in the hall for a party that cancelled', () => {
    const chen = parties[2];
    if (chen === undefined) throw new Error('Chen is third');
    expect(decideNumber(3, parties, chen, 8)).toMatchObject({ ok: true, value: 'stays' });
  });
});

describe('a hall with fewer places', () => {
  it('keeps those that were promised', () => {
    const parties = list({ Amina: ['coming', 3], Bo: ['waiting', 2] });
    expect(decidePlaces(3, parties).ok).toBe(true);
    expect(decidePlaces(2, parties)).toMatchObject({ ok: false, reason: 'places-promised' });
    expect(decidePlaces(null, parties).ok).toBe(true);
  });
});

describe('the time to say no', () => {
  it('is two days, an hour before the start at the latest, and never in the past', () => {
    const startsAt = 10 * DAY;
    expect(sayNoUntil(0, startsAt)).toBe(2 * DAY);
    expect(sayNoUntil(8 * DAY, startsAt)).toBe(startsAt - HOUR);
    expect(sayNoUntil(startsAt - 30 * MINUTE, startsAt)).toBe(startsAt - 30 * MINUTE);
  });
});

describe('the end of sign-up', () => {
  const event = { startsAt: 10 * DAY, state: 'planned' as const };
  const open = { isClosed: false, signUpClosesAt: 9 * DAY };

  it('comes by hand, with its date, and with the start', () => {
    expect(signUpEnded(open, event, 9 * DAY - 1)).toBeNull();
    expect(signUpEnded(open, event, 9 * DAY)).toBe('date');
    expect(signUpEnded({ ...open, isClosed: true }, event, 0)).toBe('by-hand');
    expect(signUpEnded({ ...open, signUpClosesAt: null }, event, 10 * DAY - 1)).toBeNull();
    expect(signUpEnded({ ...open, signUpClosesAt: null }, event, 10 * DAY)).toBe('begun');
    expect(signUpEnded(open, { ...event, state: 'over' }, 0)).toBe('begun');
  });
});

type Deed =
  | { readonly kind: 'enter'; readonly people: number }
  | { readonly kind: 'cancel'; readonly which: number }
  | { readonly kind: 'say'; readonly which: number; readonly people: number }
  | { readonly kind: 'hall'; readonly places: number | null };

const DEEDS = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('enter' as const), people: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(30) }),
    fc.record({ kind: fc.constant('say' as const), which: fc.nat(30), people: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ kind: fc.constant('hall' as const), places: fc.option(fc.integer({ min: 1, max: 40 })) }),
  ),
  { maxLength: 60 },
);

/** What the commands do with the rules, in memory. */
function play(deeds: readonly Deed[], look: (places: number | null, now: Queued[], before: Queued[]) => void): void {
  let places: number | null = 12;
  let parties: Queued[] = [];
  for (const deed of deeds) {
    const before = parties;
    const change = (id: string, to: Partial<Queued>) => {
      parties = parties.map((party) => (party.id === id ? { ...party, ...to } : party));
    };
    if (deed.kind === 'enter') {
      const { people } = deed;
      const turn = nextTurn(parties);
      parties = [...parties, { id: `party ${turn}`, turn, people, state: stateOnEntry(places, parties, people) }];
    }
    if (deed.kind === 'hall' && decidePlaces(deed.places, parties).ok) places = deed.places;
    const party = 'which' in deed ? parties[deed.which % Math.max(parties.length, 1)] : undefined;
    if (deed.kind === 'cancel' && party !== undefined) change(party.id, { state: 'cancelled' });
    if (deed.kind === 'say' && party !== undefined) {
      const decision = decideNumber(places, parties, party, deed.people);
      const turn = decision.ok && decision.value === 'to-the-end' ? nextTurn(parties) : party.turn;
      if (decision.ok) change(party.id, { people: deed.people, turn });
    }
    for (const id of movingUp(places, parties)) change(id, { state: 'coming' });
    look(places, parties, before);
  }
}

describe('whatever people do', () => {
  it('never promises more places than there are', () => {
    fc.assert(
      fc.property(DEEDS, (deeds) =>
        play(deeds, (places, parties) => expect(peopleComing(parties)).toBeLessThanOrEqual(places ?? Infinity)),
      ),
    );
  });

  it('lets nobody who signs up or waits pass somebody who waited before', () => {
    fc.assert(
      fc.property(DEEDS, (deeds) =>
        play(deeds, (_, parties, before) => {
          const hadPlace = new Set(before.flatMap(({ id, state }) => (state === 'coming' ? [id] : [])));
          const firstWaiting = Math.min(...parties.flatMap(({ state, turn }) => (state === 'waiting' ? [turn] : [])));
          for (const { id, state, turn } of parties)
            if (state === 'coming' && !hadPlace.has(id)) expect(turn).toBeLessThan(firstWaiting);
        }),
      ),
    );
  });

  it('leaves nobody waiting who is first and fits', () => {
    fc.assert(
      fc.property(DEEDS, (deeds) =>
        play(deeds, (places, parties) => {
          const first = parties
            .filter(({ state }) => state === 'waiting')
            .toSorted((one, other) => one.turn - other.turn)[0];
          const free = placesFree(places, parties);
          if (first !== undefined) expect(free === null || free < first.people).toBe(true);
        }),
      ),
    );
  });

  it('takes a place from nobody but by their own word', () => {
    fc.assert(
      fc.property(DEEDS, (deeds) =>
        play(deeds, (_, parties, before) => {
          const lost = before.filter(
            ({ id, state }) => state === 'coming' && parties.find((party) => party.id === id)?.state === 'waiting',
          );
          expect(lost).toEqual([]);
        }),
      ),
    );
  });
});

describe('how far a pitch day is', () => {
  const event = { startsAt: 100 * DAY, state: 'planned' } as const;
  const running = { ...event, state: 'running' } as const;

  it.each([
    ['coming', event, 'frozen', event.startsAt - 1],
    ['running', event, 'frozen', event.startsAt],
    ['running', running, 'open', event.startsAt - 1],
    ['running', running, 'open', event.startsAt + 3 * DAY],
    ['counting', running, 'closed', event.startsAt + 1],
    ['over', running, 'revealed', event.startsAt + 1],
    ['over', running, 'certified', event.startsAt + 1],
    ['over', { ...event, state: 'over' }, null, event.startsAt + 1],
    ['over', event, null, event.startsAt + DAY],
  ] as const)('is %s', (standing, at, poll, now) => {
    expect(dayStanding(at, poll, now)).toBe(standing);
  });
});
