import { describe, expect, it } from 'vitest';
import { sameSite } from './same-site.server.ts';

const post = (headers: Record<string, string>) => ({ method: 'POST', headers });

describe('telling our own pages from those of others', () => {
  it('knows the one address that people type', () => {
    const publicUrl = 'https://grants.example/';
    expect(sameSite(post({ origin: 'https://grants.example', host: 'inside:3000' }), publicUrl)).toBe(true);
    expect(sameSite(post({ origin: 'http://grants.example', host: 'grants.example' }), publicUrl)).toBe(false);
    expect(sameSite(post({ origin: 'https://grants.example:8443', host: 'inside:3000' }), publicUrl)).toBe(false);
  });

  it('does not take the word of the Host header: whoever makes a name lead here chooses it', () => {
    const rebound = post({ origin: 'http://evil.example:3000', host: 'evil.example:3000' });
    expect(sameSite(rebound, 'https://grants.example')).toBe(false);
    expect(sameSite(rebound, 'http://localhost:3000')).toBe(false);
    const local = post({ origin: 'http://localhost:3000', host: 'localhost:3000' });
    expect(sameSite(local, 'https://grants.example')).toBe(false);
  });

  it('knows every name and port of this machine while it lives on this machine', () => {
    const publicUrl = 'http://localhost:3000';
    for (const host of ['localhost:4567', '127.0.0.1:3000', '[::1]:3000']) {
      expect(sameSite(post({ origin: `http://${host}`, host }), publicUrl)).toBe(true);
    }
    // Another program on this machine is another site.
    expect(sameSite(post({ origin: 'http://localhost:8080', host: 'localhost:3000' }), publicUrl)).toBe(false);
  });

  it('lets anybody look, and refuses what says nothing of where it comes from', () => {
    expect(sameSite({ method: 'GET', headers: {} }, 'https://grants.example')).toBe(true);
    expect(sameSite(post({}), 'https://grants.example')).toBe(false);
    expect(sameSite(post({ origin: 'null', host: 'grants.example' }), 'https://grants.example')).toBe(false);
    expect(sameSite(post({ 'sec-fetch-site': 'same-origin' }), 'https://grants.example')).toBe(true);
  });
});
