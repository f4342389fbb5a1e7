import { describe, expect, it } from 'vitest';
import { type ConflictLevel, decideDeclare, hasDeclaredAll, type NamedConflict } from './conflicts.ts';

const OWN = 'This is my own application.';
const tabledFor = (by: string) => [
  { applicationId: 'kitchen', isOwn: by === 'amina' },
  { applicationId: 'garden', isOwn: by === 'yusuf' },
];
const nothing = new Map<string, ConflictLevel>();
const declare = (named: NamedConflict[], declared = nothing, by = 'bo') =>
  decideDeclare(tabledFor(by), declared, named, OWN);

describe('declaring conflicts', () => {
  it('says something about every application, and "none" where nothing was named', () => {
    expect(declare([{ applicationId: 'garden', reason: ' My sister leads it. ' }])).toEqual({
      ok: true,
      value: [
        { applicationId: 'kitchen', level: 'none', reason: '' },
        { applicationId: 'garden', level: 'hard', reason: 'My sister leads it.' },
      ],
    });
  });

  it('makes a member’s own application a conflict by itself', () => {
    expect(declare([], nothing, 'amina')).toEqual({
      ok: true,
      value: [
        { applicationId: 'kitchen', level: 'hard', reason: OWN },
        { applicationId: 'garden', level: 'none', reason: '' },
      ],
    });
  });

  it('later changes only what is new', () => {
    const declared = new Map<string, ConflictLevel>([
      ['kitchen', 'none'],
      ['garden', 'none'],
    ]);
    expect(declare([{ applicationId: 'kitchen', reason: 'I found out that I rent from them.' }], declared)).toEqual({
      ok: true,
      value: [{ applicationId: 'kitchen', level: 'hard', reason: 'I found out that I rent from them.' }],
    });
  });

  it('never takes a conflict back', () => {
    const declared = new Map<string, ConflictLevel>([
      ['kitchen', 'none'],
      ['garden', 'hard'],
    ]);
    expect(declare([], declared)).toEqual({ ok: true, value: [] });
    expect(declare([{ applicationId: 'garden', reason: 'other words' }], declared)).toEqual({ ok: true, value: [] });
  });

  it('keeps a soft tie soft, and lets it grow', () => {
    const soft = { applicationId: 'garden', reason: 'We met at an event.', level: 'soft' } as const;
    expect(declare([soft])).toMatchObject({ value: [{ level: 'none' }, soft] });
    const declared = new Map<string, ConflictLevel>([
      ['kitchen', 'none'],
      ['garden', 'soft'],
    ]);
    expect(declare([soft], declared)).toEqual({ ok: true, value: [] });
    const hard = { ...soft, level: 'hard', reason: 'He is my cousin.' } as const;
    expect(declare([hard], declared)).toEqual({ ok: true, value: [hard] });
  });

  it('is never soft about her own application', () => {
    const own = [{ applicationId: 'kitchen', reason: 'I only helped.', level: 'soft' }] as const;
    expect(declare([...own], nothing, 'amina')).toMatchObject({ value: [{ level: 'hard' }, { level: 'none' }] });
  });

  it('wants a reason for every tie that is named', () => {
    expect(declare([{ applicationId: 'garden', reason: '  ' }])).toEqual({ ok: false, reason: 'reason-missing' });
  });

  it('knows only applications of this call', () => {
    expect(declare([{ applicationId: 'elsewhere', reason: 'x' }])).toEqual({
      ok: false,
      reason: 'unknown-application',
    });
  });

  it('is complete when nothing on the table is left open', () => {
    expect(hasDeclaredAll(tabledFor('bo'), new Map([['kitchen', 'none']]))).toBe(false);
    expect(
      hasDeclaredAll(
        tabledFor('bo'),
        new Map<string, ConflictLevel>([
          ['kitchen', 'none'],
          ['garden', 'hard'],
        ]),
      ),
    ).toBe(true);
  });
});
