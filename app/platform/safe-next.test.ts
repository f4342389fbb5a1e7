import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

describe('going on after signing in', () => {
  it.each(['/apply', '/apply/abc?x=1#y', '/'])('follows a path of ours: %s', (next) => {
    expect(safeNext(next, '/home')).toBe(next);
  });
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/apply/..//evil.example',
    '/%2e//evil.example',
    'apply',
    '',
    'javascript:alert(1)',
  ])('goes home instead of to %j', (next) => {
    expect(safeNext(next, '/home')).toBe('/home');
  });
  it('goes home when nothing is said', () => {
    expect(safeNext(null, '/home')).toBe('/home');
  });
});
