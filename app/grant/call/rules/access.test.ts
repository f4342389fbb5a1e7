import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/kernel/actor.ts';
import { mayManageCall, mayReadCall } from './access.ts';

const works = (duty: 'manager' | 'finance', partnerId: string): Actor => ({
  personId: 'x',
  duties: [{ duty, partnerId }],
});
const draft = { partnerId: 'ours', state: 'draft' } as const;
const published = { partnerId: 'ours', state: 'published' } as const;

describe('who may see a call', () => {
  it.each<[string, Actor | null, boolean]>([
    ['its manager', works('manager', 'ours'), true],
    ['its finance officer', works('finance', 'ours'), false],
    ['another partner’s manager', works('manager', 'theirs'), false],
    ['an applicant', { personId: 'x', duties: [] }, false],
    ['a visitor', null, false],
  ])('%s', (_, actor, mayWrite) => {
    expect(mayManageCall(actor, draft)).toBe(mayWrite);
    expect(mayReadCall(actor, draft)).toBe(mayWrite);
    expect(mayReadCall(actor, published)).toBe(true);
  });
});
