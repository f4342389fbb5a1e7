import { afterEach, describe, expect, it, vi } from 'vitest';
import { record } from './record.ts';

/** A browser whose camera is on, and which then cannot go on. */
function browser(broken: 'MediaRecorder' | 'AudioContext' | 'start') {
  const track = { isOn: true, stop: () => Object.assign(track, { isOn: false }) };
  const fails = () => {
    throw new Error(`${broken} does not work here`);
  };
  class Works {
    static isTypeSupported = () => true;
    state = 'inactive';
    start = broken === 'start' ? fails : () => undefined;
    addEventListener = () => undefined;
    createAnalyser = () => ({});
    createMediaStreamSource = () => ({ connect: () => undefined });
    close = () => undefined;
  }
  class Fails extends Works {
    broken = fails();
  }
  const timers = new Set<number>();
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: async () => ({ getTracks: () => [track] }) } });
  vi.stubGlobal('MediaRecorder', broken === 'MediaRecorder' ? Fails : Works);
  vi.stubGlobal('AudioContext', broken === 'AudioContext' ? Fails : Works);
  vi.stubGlobal('window', {
    setInterval: () => timers.add(7) && 7,
    clearInterval: (timer: number) => timers.delete(timer),
  });
  return { track, timers };
}

const tell = { seen: () => undefined, time: () => undefined, loud: () => undefined, recorded: () => undefined };

describe('a camera that was allowed and then cannot record', () => {
  afterEach(() => vi.unstubAllGlobals());
  it.each(['MediaRecorder', 'AudioContext', 'start'] as const)('is off again: %s', async (broken) => {
    const { track, timers } = browser(broken);
    await expect(record('video', 180, tell)).rejects.toThrow(`${broken} does not work here`);
    expect([track.isOn, [...timers]]).toEqual([false, []]);
  });
});
