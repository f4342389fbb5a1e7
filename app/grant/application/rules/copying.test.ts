import { describe, expect, it } from 'vitest';
import { isCopyOf, saysDiskFull } from './copying.ts';

const PROBE = { what: 'recording', mime: 'video/mp4', picture: 'avc', sound: 'aac', seconds: 60 } as const;
const FILM = { kind: 'video', tracks: { picture: 60, sound: 60 } } as const;
const VOICE = { kind: 'audio', tracks: { picture: null, sound: 60 } } as const;
const copied = (picture: number | null, sound: number | null) => ({ probe: PROBE, tracks: { picture, sound } });

describe('whether a copy says all that its original says', () => {
  it('lets sound and picture end two seconds apart, and no more', () => {
    expect(isCopyOf(copied(58, 62), FILM)).toBe(true);
    expect(isCopyOf(copied(57.9, 60), FILM)).toBe(false);
    expect(isCopyOf(copied(60, 62.1), FILM)).toBe(false);
  });
  it('refuses one frame with all of the sound, and all of the picture with little or no sound', () => {
    expect(isCopyOf(copied(0.1, 60), FILM)).toBe(false);
    expect(isCopyOf(copied(60, 3), FILM)).toBe(false);
    expect(isCopyOf(copied(60, null), FILM)).toBe(false);
  });
  it('asks for no sound where there was none, and for no picture of a voice', () => {
    const silent = { kind: 'video', tracks: { picture: 60, sound: null } } as const;
    expect(isCopyOf(copied(60, null), silent)).toBe(true);
    expect(isCopyOf(copied(60, 60), silent)).toBe(false);
    expect(isCopyOf(copied(null, 60), VOICE)).toBe(true);
  });
  it('refuses what does not play everywhere, and what cannot be measured', () => {
    expect(isCopyOf({ ...copied(60, 60), probe: { ...PROBE, picture: 'hevc' } }, FILM)).toBe(false);
    expect(isCopyOf({ ...copied(60, 60), probe: { ...PROBE, sound: 'opus' } }, FILM)).toBe(false);
    expect(isCopyOf({ ...copied(60, 60), probe: { ...PROBE, mime: 'video/webm' } }, FILM)).toBe(false);
    expect(isCopyOf({ probe: PROBE, tracks: null }, FILM)).toBe(false);
    expect(isCopyOf(copied(60, 60), { kind: 'video', tracks: null })).toBe(false);
  });
});

describe('a full disk', () => {
  it('is told from a fault of the film', () => {
    expect(saysDiskFull('av_interleaved_write_frame(): No space left on device (ended with 228)')).toBe(true);
    expect(saysDiskFull('Error: ENOSPC: no space left on device, write')).toBe(true);
    expect(saysDiskFull('Error writing trailer: File too large')).toBe(true);
    expect(saysDiskFull('Invalid data found when processing input (ended with 183)')).toBe(false);
  });
});
