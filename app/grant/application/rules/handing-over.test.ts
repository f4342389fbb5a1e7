import { describe, expect, it } from 'vitest';
import { COMMENT_CHARACTERS_MAX, COMMENTS_MAX, decideComment } from './commenting.ts';
import { decideHandover, decideTakeOver } from './handing-over.ts';

const refused = (reason: string) => ({ ok: false, reason });
const submitted = { state: 'submitted' } as const;
const draft = { state: 'draft' } as const;
const withdrawn = { state: 'withdrawn' } as const;

describe('asking somebody to take over', () => {
  it('is possible in every state but one, one question at a time', () => {
    expect(decideHandover(draft, { kind: 'team' }, false).ok).toBe(true);
    expect(decideHandover(submitted, { kind: 'team' }, false).ok).toBe(true);
    expect(decideHandover(withdrawn, { kind: 'team' }, false)).toEqual(refused('withdrawn'));
    expect(decideHandover(draft, { kind: 'team' }, true)).toEqual(refused('already-asked'));
  });
  it('is for somebody of the group', () => {
    expect(decideHandover(draft, null, false)).toEqual(refused('not-in-team'));
    expect(decideHandover(draft, { kind: 'support' }, false)).toEqual(refused('support-worker'));
  });
});

describe('taking over', () => {
  const facts = { isInTeam: true, mayStart: true, hasOwnDraft: false };
  it('is for who is still in the team and does not give the money out', () => {
    expect(decideTakeOver(draft, facts).ok).toBe(true);
    expect(decideTakeOver(draft, { ...facts, isInTeam: false })).toEqual(refused('not-in-team'));
    expect(decideTakeOver(draft, { ...facts, mayStart: false })).toEqual(refused('own-call'));
    expect(decideTakeOver(withdrawn, facts)).toEqual(refused('withdrawn'));
  });
  it('leaves one draft to a person and call, which says nothing about what was submitted', () => {
    expect(decideTakeOver(draft, { ...facts, hasOwnDraft: true })).toEqual(refused('has-own-draft'));
    expect(decideTakeOver(submitted, { ...facts, hasOwnDraft: true }).ok).toBe(true);
  });
});

describe('a comment beside an answer', () => {
  it('says something, not too much, and is not the hundred-and-first', () => {
    expect(decideComment(' ', 0)).toEqual(refused('comment-empty'));
    expect(decideComment('x'.repeat(COMMENT_CHARACTERS_MAX), 0).ok).toBe(true);
    expect(decideComment('x'.repeat(COMMENT_CHARACTERS_MAX + 1), 0)).toEqual(refused('comment-too-long'));
    expect(decideComment('Shorter?', COMMENTS_MAX - 1).ok).toBe(true);
    expect(decideComment('Shorter?', COMMENTS_MAX)).toEqual(refused('too-many-comments'));
  });
});
