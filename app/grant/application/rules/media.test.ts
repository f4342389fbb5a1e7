import { describe, expect, it } from 'vitest';
import { APPLICATION_BYTES_MAX, decideUpload, judgeMedia, MEDIA_BYTES_MAX, PERSON_BYTES_MAX } from './media.ts';

const window = { opensAt: 0, closesAt: 100 };
const held = { application: 0, person: 0 };
const upload = { applicantId: 'amina', state: 'draft', byVideo: true, bytes: 1_000, held, hasRoom: true } as const;
const decide = (changes: Partial<Parameters<typeof decideUpload>[0]>, now = 50, by = 'amina') =>
  decideUpload({ ...upload, ...changes }, window, by, now);
const refusal = (reason: string) => ({ ok: false, reason });

describe('beginning to send a video', () => {
  it('is the applicant’s, while the draft is a draft and the call is open', () => {
    expect(decide({})).toEqual({ ok: true, value: 'receive' });
    expect(decide({}, 50, 'bo')).toEqual(refusal('not-the-applicant'));
    expect(decide({ state: 'submitted' })).toEqual(refusal('already-submitted'));
    expect(decide({}, 99).ok).toBe(true);
    expect(decide({}, 100)).toEqual(refusal('call-not-open'));
  });
  it('is for questions that take a video', () => {
    expect(decide({ byVideo: false })).toEqual(refusal('no-video-here'));
  });
  it('takes five hundred megabytes and not a byte more', () => {
    expect(decide({ bytes: MEDIA_BYTES_MAX }).ok).toBe(true);
    expect(decide({ bytes: MEDIA_BYTES_MAX + 1 })).toEqual(refusal('too-large'));
    expect(decide({ bytes: 0 })).toEqual(refusal('empty'));
    expect(decide({ bytes: null }).ok).toBe(true);
  });
  it('keeps an application, and all that one person sends, below a limit, to the byte', () => {
    const application = APPLICATION_BYTES_MAX - 1_000;
    expect(decide({ held: { application, person: application } }).ok).toBe(true);
    expect(decide({ held: { application: application + 1, person: 0 } })).toEqual(refusal('application-full'));
    expect(decide({ held: { application: 0, person: PERSON_BYTES_MAX - 1_000 } }).ok).toBe(true);
    expect(decide({ held: { application: 0, person: PERSON_BYTES_MAX - 999 } })).toEqual(refusal('person-full'));
  });
  it('lets one of unknown length begin while there is room for anything at all', () => {
    const full = { application: APPLICATION_BYTES_MAX, person: 0 };
    expect(decide({ bytes: null, held: { ...full, application: full.application - 1 } }).ok).toBe(true);
    expect(decide({ bytes: null, held: full })).toEqual(refusal('application-full'));
  });
  it('waits when the disk is nearly full', () => {
    expect(decide({ hasRoom: false })).toEqual(refusal('disk-full'));
  });
});

const arrived = {
  bytes: 1_000,
  held,
  sha256: 'abc',
  sha256Given: null,
  probe: { mime: 'video/mp4', codec: 'avc', seconds: 60 },
};
const judge = (changes: Partial<Parameters<typeof judgeMedia>[0]>) => judgeMedia({ ...arrived, ...changes }, 180);

describe('judging a video that has arrived', () => {
  it('keeps what browsers can play', () => {
    expect(judge({})).toEqual({ ok: true, value: { mime: 'video/mp4', seconds: 60 } });
    expect(judge({ probe: { mime: 'video/webm', codec: 'vp9', seconds: 12.345 } })).toEqual({
      ok: true,
      value: { mime: 'video/webm', seconds: 12.3 },
    });
  });
  it('compares the hash where the sender gave one', () => {
    expect(judge({ sha256Given: 'abc' }).ok).toBe(true);
    expect(judge({ sha256Given: 'abd' })).toEqual(refusal('damaged'));
  });
  it('refuses what is no video, whatever it is called', () => {
    expect(judge({ probe: null })).toEqual(refusal('wrong-kind'));
    expect(judge({ probe: { mime: 'audio/mpeg', codec: null, seconds: 60 } })).toEqual(refusal('wrong-kind'));
    expect(judge({ probe: { mime: 'video/mp4', codec: null, seconds: 60 } })).toEqual(refusal('no-picture'));
  });
  it('refuses a length that makes no sense', () => {
    expect(judge({ probe: { ...arrived.probe, seconds: 0 } })).toEqual(refusal('not-readable'));
    expect(judge({ probe: { ...arrived.probe, seconds: Number.NaN } })).toEqual(refusal('not-readable'));
  });
  it('allows the limit and a second of grace', () => {
    expect(judge({ probe: { ...arrived.probe, seconds: 181 } }).ok).toBe(true);
    expect(judge({ probe: { ...arrived.probe, seconds: 181.01 } })).toEqual(refusal('too-long'));
  });
});
