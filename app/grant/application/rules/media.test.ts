import { describe, expect, it } from 'vitest';
import {
  APPLICATION_BYTES_MAX,
  decideSeen,
  decideUpload,
  FILE_BYTES_MAX,
  MEDIA_BYTES_MAX,
  type MediaState,
  NOTHING_TAKEN,
  PERSON_BYTES_MAX,
  seenArriving,
  takenBy,
} from './media.ts';

const window = { opensAt: 0, closesAt: 100 };
const held = { application: 0, person: 0 };
const VIDEO = { video: true, voice: false, file: false };
const upload = {
  applicantId: 'amina',
  state: 'draft',
  isReopened: false,
  seen: { ok: true, value: 'seen' },
  taken: VIDEO,
  bytes: 1_000,
  held,
  hasRoom: true,
} as const;
const decide = (changes: Partial<Parameters<typeof decideUpload>[0]>, now = 50, by = 'amina') =>
  decideUpload({ ...upload, ...changes }, window, by, now);
const refusal = (reason: string) => ({ ok: false, reason });

describe('beginning to send a recording or a file', () => {
  it('is the applicant’s, while the draft is a draft and the call is open', () => {
    expect(decide({})).toEqual({ ok: true, value: 'receive' });
    expect(decide({}, 50, 'bo')).toEqual(refusal('not-the-applicant'));
    expect(decide({ state: 'submitted' })).toEqual(refusal('already-submitted'));
    expect(decide({}, 99).ok).toBe(true);
    expect(decide({}, 100)).toEqual(refusal('call-not-open'));
  });
  it('is possible after that for a question that is reopened', () => {
    expect(decide({ state: 'submitted', isReopened: true }, 100).ok).toBe(true);
  });
  it('waits until what somebody else put there was seen', () => {
    expect(decide({ seen: { ok: false, reason: 'own-elsewhere' } })).toEqual(refusal('own-elsewhere'));
    const there = (state: MediaState, sentBy: string | null = 'bilal') => [{ id: 'film', state, sentBy }];
    const isUnseen = (found: ReturnType<typeof there>, shown: readonly string[] | null = []) =>
      !decideSeen(found, shown, 'amina').ok;
    expect([isUnseen(there('ready')), isUnseen(there('ready', 'amina')), isUnseen(there('ready'), ['film'])]).toEqual([
      true,
      true,
      false,
    ]);
    expect([isUnseen(there('receiving')), isUnseen(there('receiving', 'amina')), isUnseen(there('rejected'))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isUnseen(there('ready'), null)).toBe(false);
    expect([
      isUnseen(there('probing'), [seenArriving('film')]),
      isUnseen(there('ready'), [seenArriving('film')]),
    ]).toEqual([false, true]);
  });
  it('says whether all that was not seen is their own, from another window', () => {
    const film = (id: string, sentBy: string) => ({ id, state: 'ready', sentBy }) as const;
    expect(decideSeen([film('one', 'amina')], [], 'amina')).toEqual(refusal('own-elsewhere'));
    const both = [film('one', 'amina'), film('two', 'bilal')];
    expect(decideSeen(both, [], 'amina')).toEqual(refusal('changed-elsewhere'));
    expect(decideSeen(both, ['two'], 'amina')).toEqual(refusal('own-elsewhere'));
  });
  it('knows that somebody has seen what they sent themselves, although the page showed it on its way', () => {
    const ready = (sentBy: string) => [{ id: 'film', state: 'ready', sentBy } as const];
    expect(decideSeen(ready('amina'), [seenArriving('film')], 'amina').ok).toBe(true);
    expect(decideSeen(ready('bilal'), [seenArriving('film')], 'amina')).toEqual(refusal('changed-elsewhere'));
  });
  it('is for questions that take something beside words', () => {
    expect(decide({ taken: NOTHING_TAKEN })).toEqual(refusal('nothing-taken-here'));
    for (const way of ['video', 'voice', 'file'])
      expect(decide({ taken: { ...NOTHING_TAKEN, [way]: true } }).ok).toBe(true);
  });
  it('takes files of twenty megabytes and not a byte more', () => {
    const taken = { ...NOTHING_TAKEN, file: true };
    expect(decide({ taken, bytes: FILE_BYTES_MAX }).ok).toBe(true);
    expect(decide({ taken, bytes: FILE_BYTES_MAX + 1 })).toEqual(refusal('file-too-large'));
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

describe('what a question takes beside words', () => {
  const asked = { kind: 'text', byVideo: true, byVoice: true } as const;
  it('is what its call says, and a file takes no recording', () => {
    expect(takenBy(asked)).toEqual({ video: true, voice: true, file: false });
    expect(takenBy({ ...asked, byVideo: false })).toEqual({ video: false, voice: true, file: false });
    expect(takenBy({ ...asked, kind: 'file' })).toEqual({ video: false, voice: false, file: true });
  });
});
