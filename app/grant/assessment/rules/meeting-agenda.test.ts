import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgendaItem, type AgendaPress, type ItemState, orderAgenda, pressAgenda } from './meeting-agenda.ts';

const scored = (applicationId: string, meanMilli: number | null, spreadMilli: number | null) => ({
  applicationId,
  meanMilli,
  spreadMilli,
});

describe('the agenda of a meeting', () => {
  it('goes from the greatest disagreement to the least', () => {
    const rows = [scored('calm', 3_000, 100), scored('torn', 3_000, 1_900), scored('split', 3_000, 700)];
    expect(orderAgenda(rows, 3_000)).toEqual(['torn', 'split', 'calm']);
  });

  it('ends with what fewer than two people could judge, even after full agreement', () => {
    const rows = [scored('nobody', null, null), scored('one voice', 4_000, null), scored('agreed', 3_000, 0)];
    expect(orderAgenda(rows, 3_500)).toEqual(['agreed', 'one voice', 'nobody']);
  });

  it('puts equals by how close they are to the line, on both sides of it', () => {
    const rows = [scored('far', 4_600, 500), scored('under', 3_390, 500), scored('over', 3_600, 500)];
    expect(orderAgenda(rows, 3_500)).toEqual(['over', 'under', 'far']);
  });

  it('leaves equals as they came in, and where nobody knows the line', () => {
    const rows = [scored('second', 3_400, 500), scored('first', 3_600, 500)];
    expect(orderAgenda(rows, 3_500)).toEqual(['second', 'first']);
    expect(orderAgenda([scored('far', 1_000, 500), scored('near', 3_500, 500)], null)).toEqual(['far', 'near']);
    expect(orderAgenda([], 3_500)).toEqual([]);
  });
});

/** `w`aiting, `n`ow, `d`one, `l`eft out; a capital was taken back by its group. */
function agenda(states: string): AgendaItem[] {
  const known: Record<string, ItemState> = { w: 'waiting', n: 'now', d: 'done', l: 'left-out' };
  return [...states].map((letter, place) => ({
    applicationId: `a${place}`,
    state: known[letter.toLowerCase()] ?? 'waiting',
    isStanding: letter === letter.toLowerCase(),
  }));
}

function pressed(items: readonly AgendaItem[], press: AgendaPress, seen: string | null): string {
  const outcome = pressAgenda(items, press, seen);
  if (!outcome.ok) return outcome.reason;
  const steps = new Map(outcome.value.map((step) => [step.applicationId, step.state]));
  return items
    .map(({ applicationId, state, isStanding }) => {
      const letter = (steps.get(applicationId) ?? state).charAt(0);
      return isStanding ? letter : letter.toUpperCase();
    })
    .join('');
}

describe('the chair', () => {
  it('calls the next one that waits, and is done with the one before', () => {
    expect(pressed(agenda('www'), { press: 'next' }, null)).toBe('nww');
    expect(pressed(agenda('nww'), { press: 'next' }, 'a0')).toBe('dnw');
    expect(pressed(agenda('dlw'), { press: 'next' }, null)).toBe('dln');
  });

  it('passes over what a group has taken back', () => {
    expect(pressed(agenda('nWw'), { press: 'next' }, 'a0')).toBe('dWn');
    expect(pressed(agenda('nW'), { press: 'next' }, 'a0')).toBe('nothing-waiting');
    expect(pressed(agenda('nW'), { press: 'call', applicationId: 'a1' }, 'a0')).toBe('taken-back');
    expect(pressed(agenda('L'), { press: 'bring-back', applicationId: 'a0' }, null)).toBe('taken-back');
  });

  it('is told when nothing waits any more', () => {
    expect(pressed(agenda('dl'), { press: 'next' }, null)).toBe('nothing-waiting');
    expect(pressed([], { press: 'next' }, null)).toBe('nothing-waiting');
  });

  it('calls any of them out of turn, those that were done and left out too', () => {
    expect(pressed(agenda('nww'), { press: 'call', applicationId: 'a2' }, 'a0')).toBe('dwn');
    expect(pressed(agenda('dnl'), { press: 'call', applicationId: 'a0' }, 'a1')).toBe('ndl');
    expect(pressed(agenda('dnl'), { press: 'call', applicationId: 'a2' }, 'a1')).toBe('ddn');
    expect(pressed(agenda('nw'), { press: 'call', applicationId: 'a0' }, 'a0')).toBe('moved-on');
    expect(pressed(agenda('nw'), { press: 'call', applicationId: 'elsewhere' }, 'a0')).toBe('not-on-agenda');
  });

  it('clears the table for a break', () => {
    expect(pressed(agenda('nw'), { press: 'clear' }, 'a0')).toBe('dw');
    expect(pressed(agenda('dw'), { press: 'clear' }, null)).toBe('nothing-on-table');
  });

  it('leaves out what waits or is on the table, and nothing that was talked about', () => {
    expect(pressed(agenda('nw'), { press: 'leave-out', applicationId: 'a1' }, 'a0')).toBe('nl');
    expect(pressed(agenda('nw'), { press: 'leave-out', applicationId: 'a0' }, 'a0')).toBe('lw');
    expect(pressed(agenda('dw'), { press: 'leave-out', applicationId: 'a0' }, null)).toBe('moved-on');
    expect(pressed(agenda('lw'), { press: 'leave-out', applicationId: 'a0' }, null)).toBe('moved-on');
    expect(pressed(agenda('W'), { press: 'leave-out', applicationId: 'a0' }, null)).toBe('L');
  });

  it('brings back only what was left out', () => {
    expect(pressed(agenda('lw'), { press: 'bring-back', applicationId: 'a0' }, null)).toBe('ww');
    expect(pressed(agenda('dw'), { press: 'bring-back', applicationId: 'a0' }, null)).toBe('moved-on');
  });

  it('changes nothing by the second half of a double click, or from an old page', () => {
    expect(pressed(agenda('nww'), { press: 'next' }, null)).toBe('moved-on');
    expect(pressed(agenda('dnw'), { press: 'next' }, 'a0')).toBe('moved-on');
    expect(pressed(agenda('dw'), { press: 'clear' }, 'a0')).toBe('moved-on');
  });

  it('never has two on the table, whatever is pressed', () => {
    const press = fc.oneof(
      fc.record({ press: fc.constantFrom('next' as const, 'clear' as const) }),
      fc.record({
        press: fc.constantFrom('call' as const, 'leave-out' as const, 'bring-back' as const),
        applicationId: fc.constantFrom('a0', 'a1', 'a2', 'a3'),
      }),
    );
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), fc.boolean(), (presses, isTakenBack) => {
        let items = agenda(isTakenBack ? 'wWw' : 'www');
        for (const each of presses) {
          const seen = items.find(({ state }) => state === 'now')?.applicationId ?? null;
          const outcome = pressAgenda(items, each, seen);
          if (!outcome.ok) continue;
          const steps = new Map(outcome.value.map((step) => [step.applicationId, step.state]));
          items = items.map((item) => ({ ...item, state: steps.get(item.applicationId) ?? item.state }));
          const now = items.filter(({ state }) => state === 'now');
          expect(now.length).toBeLessThanOrEqual(1);
          expect(now.every(({ isStanding }) => isStanding)).toBe(true);
        }
      }),
    );
  });
});
