import { describe, expect, it } from 'vitest';
import { startPortal } from '../journeys/portal.ts';

describe('being anybody with one click', () => {
  it('is not found outside the demonstration, by reading or by posting', async () => {
    const portal = await startPortal({ DEMO: '0' });
    try {
      const read = await fetch(`${portal.url}/demo`);
      const body = new URLSearchParams({ person: 'anybody' });
      const posted = await fetch(`${portal.url}/demo`, { method: 'POST', body, headers: { Origin: portal.url } });
      expect([read.status, posted.status, posted.headers.getSetCookie()]).toEqual([404, 404, []]);
    } finally {
      await portal.stop();
    }
  });
});
