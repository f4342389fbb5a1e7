import { describe, expect, it } from 'vitest';
import { cookieIn, cookieName, keepCookie, setsSameCookie } from './cookies.server.ts';

const HTTPS = { PUBLIC_URL: 'https://grants.example' };
const LOCAL = { PUBLIC_URL: 'http://localhost:3000' };

describe('a cookie of ours', () => {
  it('is bound to the host and to https where it is for the whole site, and to https for a part of it', () => {
    expect(cookieName(HTTPS, { name: 'lang', path: '/' })).toBe('__Host-lang');
    expect(cookieName(HTTPS, { name: 'straw', path: '/vote' })).toBe('__Secure-straw');
    expect(cookieName(LOCAL, { name: 'lang', path: '/' })).toBe('lang');
    expect(keepCookie(HTTPS, { name: 'straw', path: '/vote', seconds: 60 }, 'x')).toBe(
      '__Secure-straw=x; Path=/vote; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
    );
    expect(keepCookie(LOCAL, { name: 'lang', path: '/', seconds: 0 }, '')).toBe(
      'lang=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
    );
  });

  it('is found among others, whole, and never under a name that only ends like its own', () => {
    expect(cookieIn('a=1; straw=b=c;lang=ar', 'straw')).toBe('b=c');
    expect(cookieIn('a=1;straw=b;lang=ar', 'lang')).toBe('ar');
    expect(cookieIn('__Secure-straw=b; straws=c', 'straw')).toBeNull();
    for (const nothing of [null, '', ';', 'straw']) expect(cookieIn(nothing, 'straw')).toBeNull();
  });

  it('is the same as another by its name alone', () => {
    const answer = new Headers([['Set-Cookie', 'session=; Max-Age=0']]);
    expect(setsSameCookie(answer, 'session=renewed; Path=/')).toBe(true);
    expect(setsSameCookie(answer, 'sessions=renewed; Path=/')).toBe(false);
    expect(setsSameCookie(new Headers(), 'session=renewed')).toBe(false);
  });
});
