import { describe, expect, it } from 'vitest';
import { countVotes, type MarkedStay, unheardOf } from './meeting-votes.ts';

const everybody = () => true;
const nobody = () => false;
const stay = (memberId: string, cameAt: number, wentAt: number | null = null, wasMarkedGone = false): MarkedStay => ({
  memberId,
  cameAt,
  wentAt,
  wasMarkedGone,
});

describe('counting a vote of the panel', () => {
  it('sets aside what somebody with a tie has cast', () => {
    const cast = [
      { vote: 'for', standing: 'free', isEntered: true },
      { vote: 'against', standing: 'free', isEntered: false },
      { vote: 'for', standing: 'speaks-only', isEntered: true },
      { vote: 'abstain', standing: 'must-leave', isEntered: false },
    ] as const;
    expect(countVotes(cast, 1)).toEqual({ for: 1, against: 1, abstain: 0, setAside: 2, entered: 1, unheard: 1 });
    expect(countVotes([], 0)).toEqual({ for: 0, against: 0, abstain: 0, setAside: 0, entered: 0, unheard: 0 });
  });
});

describe('whose vote is missing', () => {
  const onTable = { from: 100, until: null };
  const missing = (stays: readonly MarkedStay[], until: number | null = null) =>
    unheardOf(stays, { ...onTable, until }, everybody, nobody).map(({ memberId }) => memberId);

  it('is whoever is there, free of ties, and has not voted', () => {
    const stays = [stay('Bo', 1), stay('Nadia', 1), stay('Helen', 150)];
    expect(
      unheardOf(
        stays,
        onTable,
        (id) => id !== 'Nadia',
        (id) => id === 'Bo',
      ),
    ).toEqual([{ memberId: 'Helen', wasMarkedGone: false }]);
  });

  it('is nobody who left by her own hand', () => {
    expect(missing([stay('Bo', 1, 150)])).toEqual([]);
    expect(missing([stay('Bo', 1, 99)])).toEqual([]);
  });

  it('is whoever was marked as gone since it came on the table, to the moment', () => {
    expect(missing([stay('Bo', 1, 99, true)])).toEqual([]);
    expect(missing([stay('Bo', 1, 100, true)])).toEqual(['Bo']);
    expect(missing([stay('Bo', 120, 150, true)])).toEqual(['Bo']);
  });

  it('follows her last word: who comes back and leaves herself owes nothing, who is sent home after all does', () => {
    expect(missing([stay('Bo', 1, 150, true), stay('Bo', 160, 170)])).toEqual([]);
    expect(missing([stay('Bo', 1, 150), stay('Bo', 160, 170, true)])).toEqual(['Bo']);
    expect(missing([stay('Bo', 1, 150, true), stay('Bo', 160)])).toEqual(['Bo']);
  });

  it('is looked at as it was when the panel was done with it', () => {
    expect(missing([stay('Bo', 1, 200)], 200)).toEqual(['Bo']);
    expect(missing([stay('Bo', 1, 199)], 200)).toEqual([]);
    expect(missing([stay('Bo', 1, 250, true)], 200)).toEqual(['Bo']);
    expect(missing([stay('Bo', 201)], 200)).toEqual([]);
    expect(missing([stay('Bo', 200)], 200)).toEqual(['Bo']);
  });
});
