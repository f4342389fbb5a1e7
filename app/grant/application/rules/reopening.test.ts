import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import {
  decideReopen,
  decideSendAgain,
  gapsInParts,
  openedWith,
  REOPENABLE_DETAILS,
  reopeningState,
} from './reopening.ts';

const NOW = Date.UTC(2026, 2, 2, 12);
const found = { state: 'submitted', settledAt: null, isReadingBegun: false, isReopened: false } as const;
const asked = { partCount: 1, reason: 'The costs do not add up.', untilAt: NOW + 7 * DAY };
const refusal = (reason: string) => ({ ok: false, reason });

describe('reopening parts of an application', () => {
  it('is possible while it stands and nobody reads it', () => {
    expect(decideReopen(found, asked, NOW).ok).toBe(true);
    expect(decideReopen({ ...found, state: 'draft' }, asked, NOW)).toEqual(refusal('not-submitted'));
    expect(decideReopen({ ...found, state: 'withdrawn' }, asked, NOW)).toEqual(refusal('not-submitted'));
    expect(decideReopen({ ...found, settledAt: NOW }, asked, NOW)).toEqual(refusal('settled'));
    expect(decideReopen({ ...found, isReadingBegun: true }, asked, NOW)).toEqual(refusal('reading-begun'));
    expect(decideReopen({ ...found, isReopened: true }, asked, NOW)).toEqual(refusal('already-reopened'));
  });
  it('names what, why and until when', () => {
    expect(decideReopen(found, { ...asked, partCount: 0 }, NOW)).toEqual(refusal('nothing-chosen'));
    expect(decideReopen(found, { ...asked, reason: ' \n' }, NOW)).toEqual(refusal('reason-missing'));
  });
  it('gives one whole day at least and sixty at most, to the millisecond', () => {
    const until = (untilAt: number) => decideReopen(found, { ...asked, untilAt }, NOW);
    expect(until(NOW + DAY - 1)).toEqual(refusal('until-too-soon'));
    expect(until(NOW + DAY).ok).toBe(true);
    expect(until(NOW + 60 * DAY).ok).toBe(true);
    expect(until(NOW + 60 * DAY + 1)).toEqual(refusal('until-too-late'));
  });
});

describe('asking anew who would hold the money', () => {
  it('opens the choice and the name together, in the order of the form', () => {
    expect(openedWith(['moneyHolder', 'title'])).toEqual(['title', 'moneyHolder', 'hostName']);
    expect(openedWith(['title'])).toEqual(['title']);
    expect(REOPENABLE_DETAILS).not.toContain('hostName');
  });
});

describe('the end of a reopening', () => {
  const open = { untilAt: NOW, sentAt: null, takenBackAt: null };
  it('comes at its moment, and one millisecond earlier it is still open', () => {
    expect(reopeningState(open, NOW - 1)).toBe('open');
    expect(reopeningState(open, NOW)).toBe('over');
  });
  it('comes earlier when it is sent again or closed', () => {
    expect(reopeningState({ ...open, sentAt: NOW - HOUR }, NOW - 1)).toBe('sent');
    expect(reopeningState({ ...open, takenBackAt: NOW - HOUR }, NOW + 1)).toBe('taken-back');
  });
});

describe('sending again', () => {
  const why = { questionId: 'why', detail: null, before: 'Because', text: 'Because of the rain' };
  const amount = { questionId: null, detail: 'amountMinor', before: '250000', text: '250000' } as const;
  it('needs a change', () => {
    expect(decideSendAgain([amount], false, [])).toEqual(refusal('nothing-changed'));
    expect(decideSendAgain([amount], true, []).ok).toBe(true);
    expect(decideSendAgain([amount, why], false, []).ok).toBe(true);
  });
  it('is held up by what is missing in the reopened parts, and by nothing else', () => {
    const missing = { kind: 'answers-missing', questionId: 'why' } as const;
    const elsewhere = { kind: 'answers-missing', questionId: 'who' } as const;
    const tooMuch = { kind: 'amount-too-high', awardMaxMinor: 300_000 } as const;
    const noTitle = { kind: 'details-missing', detail: 'title' } as const;
    expect(gapsInParts([missing, elsewhere, tooMuch, noTitle], [why, amount])).toEqual([missing, tooMuch]);
    expect(decideSendAgain([why], false, [elsewhere, tooMuch, noTitle]).ok).toBe(true);
    expect(decideSendAgain([why], false, [elsewhere, missing])).toEqual(refusal('answers-missing'));
  });
});
