import { describe, expect, it } from 'vitest';
import { judgeMedia, type Probe } from './judging.ts';
import { FILE_BYTES_MAX, MEDIA_BYTES_MAX } from './media.ts';

const VIDEO = { video: true, voice: false, file: false };
const VOICE = { video: false, voice: true, file: false };
const EITHER = { video: true, voice: true, file: false };
const FILE = { video: false, voice: false, file: true };

const film = { what: 'recording', mime: 'video/mp4', picture: 'avc', sound: 'aac', seconds: 60 } as const;
const voice = { what: 'recording', mime: 'video/mp4', picture: null, sound: 'aac', seconds: 60 } as const;
const arrived = { bytes: 1_000, held: { application: 0, person: 0 }, sha256: 'abc', sha256Given: null };

const judge = (probe: Probe | null, taken = VIDEO, canCopy = false, changes: Partial<typeof arrived> = {}) =>
  judgeMedia({ ...arrived, ...changes, probe }, { taken, secondsMax: 180, canCopy });
const refusal = (reason: string) => ({ ok: false, reason });

describe('judging a video that has arrived', () => {
  it('keeps what browsers can play', () => {
    expect(judge(film)).toEqual({ ok: true, value: { kind: 'video', mime: 'video/mp4', seconds: 60 } });
    const webm = { ...film, mime: 'video/webm', picture: 'vp9', sound: 'opus', seconds: 12.345 };
    expect(judge(webm)).toEqual({ ok: true, value: { kind: 'video', mime: 'video/webm', seconds: 12.3 } });
    expect(judge({ ...film, sound: null }).ok).toBe(true);
  });
  it('compares the hash where the sender gave one', () => {
    const given = (sha256Given: string) =>
      judgeMedia({ ...arrived, sha256Given, probe: film }, { taken: VIDEO, secondsMax: 180, canCopy: false });
    expect(given('abc').ok).toBe(true);
    expect(given('abd')).toEqual(refusal('damaged'));
  });
  it('refuses what is no video, whatever it is called', () => {
    expect(judge(null)).toEqual(refusal('wrong-kind'));
    expect(judge(null, VIDEO, false, { bytes: 0 })).toEqual(refusal('empty'));
    expect(judge({ what: 'document', isWhole: true, isLocked: false })).toEqual(refusal('wrong-kind'));
    expect(judge({ what: 'pointer' })).toEqual(refusal('points-elsewhere'));
    expect(judge({ ...film, picture: null, sound: null })).toEqual(refusal('not-readable'));
  });
  it('says of what few browsers play that it is so, unless a copy will be made', () => {
    for (const change of [{ picture: 'hevc' }, { picture: 'prores' }, { sound: 'unknown' }, { sound: 'pcm-s16be' }]) {
      expect(judge({ ...film, ...change })).toEqual(refusal('not-playable'));
      expect(judge({ ...film, ...change }, VIDEO, true).ok).toBe(true);
    }
    // Nothing can be made of what nobody can name.
    expect(judge({ ...film, picture: 'unknown' }, VIDEO, true)).toEqual(refusal('not-playable'));
    expect(judge({ ...film, mime: 'video/x-matroska' }, VIDEO, true)).toEqual(refusal('not-playable'));
    expect(judge({ what: 'rare-recording' }, VIDEO, true)).toEqual(refusal('not-playable'));
  });
  it('refuses a length that makes no sense', () => {
    expect(judge({ ...film, seconds: 0 })).toEqual(refusal('not-readable'));
    expect(judge({ ...film, seconds: Number.NaN })).toEqual(refusal('not-readable'));
    expect(judge({ ...film, seconds: Number.POSITIVE_INFINITY })).toEqual(refusal('not-readable'));
  });
  it('allows the limit and a second of grace', () => {
    expect(judge({ ...film, seconds: 181 }).ok).toBe(true);
    expect(judge({ ...film, seconds: 181.01 })).toEqual(refusal('too-long'));
  });
  it('allows five hundred megabytes, to the byte', () => {
    expect(judge(film, VIDEO, false, { bytes: MEDIA_BYTES_MAX }).ok).toBe(true);
    expect(judge(film, VIDEO, false, { bytes: MEDIA_BYTES_MAX + 1 })).toEqual(refusal('too-large'));
  });
});

describe('judging a voice that has arrived', () => {
  it.each([
    ['video/mp4', 'aac', 'audio/mp4'],
    ['video/quicktime', 'aac', 'audio/mp4'],
    ['video/webm', 'opus', 'audio/webm'],
    ['audio/mpeg', 'mp3', 'audio/mpeg'],
    ['application/ogg', 'vorbis', 'audio/ogg'],
    ['audio/wav', 'pcm-s16', 'audio/wav'],
  ])('keeps %s with %s as %s', (mime, sound, kept) => {
    expect(judge({ ...voice, mime, sound }, VOICE)).toEqual({
      ok: true,
      value: { kind: 'audio', mime: kept, seconds: 60 },
    });
  });
  it('takes sound where a picture is not needed, and nobody’s picture where only sound is asked for', () => {
    expect(judge(voice, EITHER).ok).toBe(true);
    expect(judge(film, EITHER).ok).toBe(true);
    expect(judge(voice, VIDEO)).toEqual(refusal('no-picture'));
    expect(judge(film, VOICE)).toEqual(refusal('has-picture'));
  });
});

describe('judging a file that has arrived', () => {
  const paper = { what: 'document', isWhole: true, isLocked: false } as const;
  it('keeps a picture and a document', () => {
    const picture = { what: 'picture', mime: 'image/heic' } as const;
    expect(judge(picture, FILE)).toEqual({ ok: true, value: { kind: 'file', mime: 'image/heic', seconds: null } });
    expect(judge(paper, FILE)).toEqual({ ok: true, value: { kind: 'file', mime: 'application/pdf', seconds: null } });
  });
  it('refuses a document that is locked or has no end', () => {
    expect(judge({ ...paper, isLocked: true }, FILE)).toEqual(refusal('locked'));
    expect(judge({ ...paper, isWhole: false }, FILE)).toEqual(refusal('not-readable'));
  });
  it('refuses a recording, and everything else', () => {
    expect(judge(film, FILE)).toEqual(refusal('wrong-kind'));
    expect(judge({ what: 'rare-recording' }, FILE)).toEqual(refusal('wrong-kind'));
    expect(judge(null, FILE)).toEqual(refusal('wrong-kind'));
  });
  it('allows twenty megabytes, to the byte', () => {
    expect(judge(paper, FILE, false, { bytes: FILE_BYTES_MAX }).ok).toBe(true);
    expect(judge(paper, FILE, false, { bytes: FILE_BYTES_MAX + 1 })).toEqual(refusal('file-too-large'));
  });
});
