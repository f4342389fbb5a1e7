import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventStream } from './event-stream.server.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function listen(topic: string, read: () => string) {
  const gone = new AbortController();
  const response = eventStream(new Request('http://localhost/', { signal: gone.signal }), topic, read);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return { response, leave: () => gone.abort(), next: async () => (await reader?.read())?.value };
}

describe('following by server-sent events', () => {
  it('tells the present at once, then each change once', async () => {
    let state = 'one';
    const phone = listen('changes', () => state);
    expect(phone.response.headers.get('Content-Type')).toContain('text/event-stream');
    expect(await phone.next()).toBe('retry: 2000\n\n');
    expect(await phone.next()).toBe('data: one\n\n');
    vi.advanceTimersByTime(3_000);
    state = 'two';
    vi.advanceTimersByTime(3_000);
    expect(await phone.next()).toBe('data: two\n\n');
    phone.leave();
    expect(await phone.next()).toBeUndefined();
  });

  it('tells a newcomer the present, not what was seen up to a second ago', async () => {
    let state = 'one';
    const early = listen('newcomer', () => state);
    await early.next();
    expect(await early.next()).toBe('data: one\n\n');
    state = 'two';
    const late = listen('newcomer', () => state);
    await late.next();
    expect(await late.next()).toBe('data: two\n\n');
    expect(await early.next()).toBe('data: two\n\n');
    for (const phone of [early, late]) phone.leave();
  });

  it('beats while nothing happens, so that nobody in between hangs up', async () => {
    const phone = listen('heart', () => 'same');
    await phone.next();
    await phone.next();
    vi.advanceTimersByTime(15_000);
    expect(await phone.next()).toBe(':\n\n');
    phone.leave();
  });

  it('looks once a second however many follow, and stops looking when the last one leaves', () => {
    const read = vi.fn(() => 'same');
    const phones = [listen('shared', read), listen('shared', read), listen('shared', read)];
    read.mockClear();
    vi.advanceTimersByTime(2_000);
    expect(read).toHaveBeenCalledTimes(2);
    for (const phone of phones) phone.leave();
    vi.advanceTimersByTime(5_000);
    expect(read).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hangs up on everybody when it can no longer look, and stops', async () => {
    let isBroken = false;
    const phone = listen('broken', () => {
      if (isBroken) throw new Error('the disk is gone');
      return 'same';
    });
    await phone.next();
    await phone.next();
    isBroken = true;
    vi.advanceTimersByTime(1_000);
    expect(await phone.next()).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves nothing running when there is nothing to follow', () => {
    const nothing = () => {
      throw new Error('there is no such event');
    };
    expect(() => listen('nothing', nothing)).toThrow('there is no such event');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('lets go of a reader who does not read', () => {
    let state = 0;
    listen('slow', () => String(state));
    for (let second = 0; second < 60; second += 1) {
      state += 1;
      vi.advanceTimersByTime(1_000);
    }
    expect(vi.getTimerCount()).toBe(0);
  });
});
