import { describe, expect, it } from 'vitest';
import { CUES_MAX, captionsFrom, cuesOf } from './captions.ts';
import { spokenTextFrom } from './spoken-text.ts';

const refusal = (reason: string) => ({ ok: false, reason });

describe('reading captions', () => {
  it('takes SubRip and WebVTT, and writes both as plain WebVTT in order', () => {
    const srt =
      '2\r\n00:00:03,500 --> 00:00:05,000\r\n<i>We cook</i>\r\ntogether.\r\n\r\n1\r\n00:00:01,000 --> 00:00:03,000\r\nHello\r\n';
    const vtt =
      'WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE nobody\n\n00:01.000 --> 00:03.000 align:start\nHello\n\n00:03.5 --> 00:05.000\n<v Amina>We cook\ntogether.\n';
    const plain =
      'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nHello\n\n00:00:03.500 --> 00:00:05.000\nWe cook\ntogether.\n';
    expect(captionsFrom(srt)).toEqual({ ok: true, value: plain });
    expect(captionsFrom(vtt)).toEqual({ ok: true, value: plain });
    expect(captionsFrom(plain)).toEqual({ ok: true, value: plain });
  });
  it('keeps every script, and marks that are no tags', () => {
    const read = captionsFrom('00:01.000 --> 00:02.000\nطاولتنا 😀 3 < 5 & 7 > 6\n');
    expect(cuesOf(read.ok ? read.value : '')).toEqual([
      { fromMs: 1_000, toMs: 2_000, text: 'طاولتنا 😀 3 < 5 & 7 > 6' },
    ]);
  });
  it('says what is wrong, the first thing first', () => {
    expect(captionsFrom('Only words')).toEqual(refusal('no-captions'));
    expect(captionsFrom('soon --> later\nHello')).toEqual(refusal('times-unreadable'));
    expect(captionsFrom('00:02.000 --> 00:02.000\nHello')).toEqual(refusal('times-backwards'));
    const cue = '0:01.0 --> 0:02.0\na\n\n';
    expect(captionsFrom(cue.repeat(CUES_MAX)).ok).toBe(true);
    expect(captionsFrom(cue.repeat(CUES_MAX + 1))).toEqual(refusal('too-many-captions'));
    expect(captionsFrom('a'.repeat(40_001))).toEqual(refusal('text-too-long'));
  });
});

describe('a transcript', () => {
  it('is kept as it was typed, and of captions only what is said', () => {
    expect(spokenTextFrom('transcript', ' Hello\r\nthere ')).toEqual({ ok: true, value: 'Hello\nthere' });
    expect(spokenTextFrom('transcript', '0:01.0 --> 0:02.0\nHello')).toEqual({ ok: true, value: 'Hello' });
    expect(spokenTextFrom('captions', '  ')).toEqual({ ok: true, value: '' });
  });
});
