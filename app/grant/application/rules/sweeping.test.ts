import { describe, expect, it } from 'vitest';
import { claimIn, decideSweep, deletedAtMost, noteOf } from './sweeping.ts';

const claim = (sweeps: number, portalId = 'ours') => ({ portalId, sweeps });
const FILES = { known: 10, lost: 2 };
const refusal = (reason: string) => ({ ok: false, reason });

describe('deciding whether a database may sweep a store of files', () => {
  it('lets it count on when both say the same, or when it stopped before it had left the note', () => {
    expect(decideSweep(claim(7), claim(7), FILES, 'new')).toEqual({ ok: true, value: claim(8) });
    expect(decideSweep(claim(8), claim(7), FILES, 'new')).toEqual({ ok: true, value: claim(9) });
  });
  it('refuses a database that knows less than the store: restored, or a copy that somebody tries out', () => {
    expect(decideSweep(claim(6), claim(7), FILES, 'new')).toEqual(refusal('database-is-older'));
  });
  it('refuses the files of another portal, and every file to a new database', () => {
    expect(decideSweep(claim(7, 'theirs'), claim(7), FILES, 'new')).toEqual(refusal('files-of-another-portal'));
    expect(decideSweep(null, claim(0), FILES, 'new')).toEqual(refusal('files-of-another-portal'));
    expect(decideSweep(claim(7), claimIn('???'), FILES, 'new')).toEqual(refusal('files-of-another-portal'));
  });
  it('takes a store without a note when it knows half of what lies there', () => {
    expect(decideSweep(null, null, { known: 0, lost: 0 }, 'new')).toEqual({ ok: true, value: claim(1, 'new') });
    expect(decideSweep(claim(7), null, { known: 2, lost: 2 }, 'new')).toEqual({ ok: true, value: claim(8) });
    expect(decideSweep(claim(7), null, { known: 2, lost: 3 }, 'new')).toEqual(refusal('most-files-unknown'));
  });
  it('deletes a twentieth at most, or twenty', () => {
    expect([0, 380, 399, 400, 420].map((known) => deletedAtMost({ known, lost: 20 }))).toEqual([20, 20, 20, 21, 22]);
  });
  it('reads the note that it writes', () => {
    expect(claimIn(noteOf(claim(12)))).toEqual(claim(12));
  });
});
