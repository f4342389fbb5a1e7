import { describe, expect, it } from 'vitest';
import { decideThrow, readThrown, type TypedThrow } from './tie-throw.ts';

const facts = (...typed: TypedThrow[]) => ({ isClosed: true, recorded: null, typed });
const said = (personId: string, thrown: string): TypedThrow => ({ personId, thrown });

describe('what fell', () => {
  it('is written down once and recorded when a second person has read the same', () => {
    expect(decideThrow(facts(), 'grace', '4 1 6')).toEqual({ ok: true, value: 'first' });
    expect(decideThrow(facts(said('grace', '4 1 6')), 'harpreet', '4 1 6')).toEqual({ ok: true, value: 'recorded' });
  });

  it('is never recorded by one person alone, however often she types it', () => {
    const twice = facts(said('grace', '4 1 6'), said('grace', '4 1 6'));
    expect(decideThrow(twice, 'grace', '4 1 6')).toEqual({ ok: true, value: 'first' });
  });

  it('waits while two people have read something else, and takes what each of them typed last', () => {
    expect(decideThrow(facts(said('grace', '4 1 6')), 'harpreet', '4 1 5')).toEqual({ ok: true, value: 'differs' });
    const mended = facts(said('grace', '4 1 6'), said('harpreet', '4 1 5'), said('grace', '4 1 5'));
    expect(decideThrow(mended, 'harpreet', '4 1 5')).toEqual({ ok: true, value: 'recorded' });
    expect(decideThrow(mended, 'harpreet', '4 1 6')).toEqual({ ok: true, value: 'differs' });
  });

  it('is nobody’s before the close, and nobody’s to change once it is recorded', () => {
    expect(decideThrow({ ...facts(), isClosed: false }, 'grace', '4')).toMatchObject({ reason: 'vote-not-closed' });
    const recorded = { ...facts(), recorded: '4 1 6' };
    expect(decideThrow(recorded, 'grace', '4 1 6')).toEqual({ ok: true, value: 'recorded' });
    expect(decideThrow(recorded, 'grace', '6 6 6')).toMatchObject({ reason: 'already-recorded' });
  });

  it('has one spelling, and is refused where it is none', () => {
    expect(readThrown('  4\t1 \n 6 ')).toBe('4 1 6');
    expect(decideThrow(facts(), 'grace', readThrown('   '))).toMatchObject({ reason: 'value-missing' });
    expect(decideThrow(facts(), 'grace', '\ud800')).toMatchObject({ reason: 'value-missing' });
    expect(decideThrow(facts(), 'grace', '1'.repeat(257))).toMatchObject({ reason: 'value-too-long' });
  });
});
