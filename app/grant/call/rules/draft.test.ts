import { describe, expect, it } from 'vitest';
import { MINOR_MAX } from '#app/kernel/money.ts';
import { type CallDraft, draftFaults } from './draft.ts';
import { USUAL_DECISION } from './usual-decision.ts';

const draft: CallDraft = {
  ...USUAL_DECISION,
  invitationOnly: false,
  strand: 'social-innovation',
  language: 'en',
  title: 'Ideas',
  slug: 'ideas',
  summary: '',
  about: '',
  whoCanApply: '',
  support: '',
  themes: [],
  currency: 'GBP',
  potMinor: 9_000_000,
  awardMaxMinor: 300_000,
  awardsPlanned: 16,
  timeZone: 'Europe/London',
  opensAt: 100,
  closesAt: 200,
};
const faultsOf = (changes: Partial<CallDraft>) =>
  draftFaults({ ...draft, ...changes }).map(({ field, fault }) => `${field}: ${fault}`);

describe('writing the facts of a call', () => {
  it('may leave texts for later', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<[string, Partial<CallDraft>, Partial<CallDraft>, string]>([
    ['a title', { title: 'I' }, { title: ' ' }, 'title: title-empty'],
    ['an address', { slug: 'a-1' }, { slug: 'A 1' }, 'slug: slug-malformed'],
    ['a pot', { potMinor: 300_000 }, { potMinor: 0, awardMaxMinor: 0 }, 'potMinor: pot-not-positive'],
    ['an award', { awardMaxMinor: 1 }, { awardMaxMinor: 0 }, 'awardMaxMinor: award-max-not-positive'],
    [
      'an award within the pot',
      { awardMaxMinor: 9_000_000 },
      { awardMaxMinor: 9_000_001 },
      'awardMaxMinor: award-max-over-pot',
    ],
    ['one award at least', { awardsPlanned: 1 }, { awardsPlanned: 0 }, 'awardsPlanned: awards-not-counted'],
    ['1,000 awards at most', { awardsPlanned: 1_000 }, { awardsPlanned: 1_001 }, 'awardsPlanned: awards-not-counted'],
    ['whole awards', { awardsPlanned: 2 }, { awardsPlanned: 2.5 }, 'awardsPlanned: awards-not-counted'],
    ['an end after the beginning', { closesAt: 101 }, { closesAt: 100 }, 'closesAt: closes-before-opens'],
    [
      'ten seconds of video',
      { videoSecondsMax: 10 },
      { videoSecondsMax: 9 },
      'videoSecondsMax: video-length-out-of-range',
    ],
    [
      'ten minutes of video',
      { videoSecondsMax: 600 },
      { videoSecondsMax: 601 },
      'videoSecondsMax: video-length-out-of-range',
    ],
    [
      'a share up to everybody',
      { participantShareMinPercent: 100 },
      { participantShareMinPercent: 101 },
      'participantShareMinPercent: share-not-percent',
    ],
    [
      'a share from nobody',
      { participantShareMinPercent: 0 },
      { participantShareMinPercent: -1 },
      'participantShareMinPercent: share-not-percent',
    ],
    [
      'weights of 100 together',
      { panelWeightPercent: 50, publicWeightPercent: 50 },
      { panelWeightPercent: 61 },
      'publicWeightPercent: weights-not-hundred',
    ],
    [
      'a vote only on a pitch day',
      { hasPitchDay: false, panelWeightPercent: 100, publicWeightPercent: 0 },
      { hasPitchDay: false },
      'publicWeightPercent: vote-without-pitch-day',
    ],
    [
      'support in percent',
      { minimumSupportPercent: 100 },
      { minimumSupportPercent: 101 },
      'minimumSupportPercent: support-not-percent',
    ],
    ['one choice at least', { choicesMax: 1 }, { choicesMax: 0 }, 'choicesMax: choices-out-of-range'],
    [
      'two choices at least to put in order',
      { choicesRanked: true, choicesMax: 2 },
      { choicesRanked: true, choicesMax: 1 },
      'choicesRanked: ranked-choices-out-of-range',
    ],
    [
      'five choices at most to put in order',
      { choicesRanked: true, choicesMax: 5 },
      { choicesRanked: true, choicesMax: 6 },
      'choicesRanked: ranked-choices-out-of-range',
    ],
    [
      'no order where a room shares out a pot',
      { choicesRanked: true, roomPotMinor: 0 },
      { choicesRanked: true, roomPotMinor: 1 },
      'choicesRanked: ranked-with-room-pot',
    ],
    [
      'a pitch day for an order',
      { choicesRanked: false, hasPitchDay: false, panelWeightPercent: 100, publicWeightPercent: 0 },
      { choicesRanked: true, hasPitchDay: false, panelWeightPercent: 100, publicWeightPercent: 0 },
      'choicesRanked: ranked-without-pitch-day',
    ],
    ['a pot of the room', { roomPotMinor: 1 }, { roomPotMinor: -1 }, 'roomPotMinor: room-pot-not-amount'],
    [
      'the pot of the room inside the pot',
      { roomPotMinor: 500_000, potMinor: 500_000 },
      { roomPotMinor: 500_001, potMinor: 500_000 },
      'roomPotMinor: room-pot-over-pot',
    ],
    [
      'a room for the pot of the room',
      { roomPotMinor: 0, hasPitchDay: false, panelWeightPercent: 100, publicWeightPercent: 0 },
      { roomPotMinor: 1, hasPitchDay: false, panelWeightPercent: 100, publicWeightPercent: 0 },
      'roomPotMinor: room-pot-without-pitch-day',
    ],
    ['twenty judges at most', { judgesMin: 20 }, { judgesMin: 21 }, 'judgesMin: judges-out-of-range'],
    [
      'pitches for judges',
      { judgesMin: 0, hasPitchDay: false, panelWeightPercent: 100, publicWeightPercent: 0 },
      { judgesMin: 2, hasPitchDay: false, panelWeightPercent: 100, publicWeightPercent: 0 },
      'judgesMin: judges-without-pitch-day',
    ],
    ['twenty choices at most', { choicesMax: 20 }, { choicesMax: 21 }, 'choicesMax: choices-out-of-range'],
  ])('needs %s', (_, right, wrong, fault) => {
    expect(faultsOf(right)).toEqual([]);
    expect(faultsOf(wrong)).toContain(fault);
  });

  it('refuses a pot that no till could count exactly', () => {
    expect(faultsOf({ potMinor: MINOR_MAX })).toEqual([]);
    expect(faultsOf({ potMinor: MINOR_MAX + 1 })).toEqual(['potMinor: pot-not-positive']);
  });

  it('names one fault for each field, in the order of the form', () => {
    expect(faultsOf({ title: '', awardMaxMinor: 0, panelWeightPercent: 101, hasPitchDay: false })).toEqual([
      'title: title-empty',
      'awardMaxMinor: award-max-not-positive',
      'panelWeightPercent: weight-not-percent',
      'publicWeightPercent: weights-not-hundred',
    ]);
  });
});
