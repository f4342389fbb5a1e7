import { describe, expect, it } from 'vitest';
import { detailsOf, heldBy, missingDetails, NO_DETAILS } from './details.ts';

describe('saying who would hold the money', () => {
  it('keeps the name of an organisation that would', () => {
    expect(heldBy('host', 'Harbour Trust')).toEqual({ moneyHolder: 'host', hostName: 'Harbour Trust' });
    expect(heldBy('host', '')).toEqual({ moneyHolder: 'host', hostName: '' });
  });
  it('takes a name alone for the answer', () => {
    expect(heldBy('', 'Harbour Trust')).toEqual({ moneyHolder: 'host', hostName: 'Harbour Trust' });
    expect(heldBy('', '')).toEqual({ moneyHolder: '', hostName: '' });
  });
  it('keeps no name of one that would not', () => {
    for (const moneyHolder of ['ourselves', 'unknown'] as const) {
      expect(heldBy(moneyHolder, 'Harbour Trust')).toEqual({ moneyHolder, hostName: '' });
    }
  });
  it('is never asked before sending', () => {
    const whole = {
      title: 'T',
      oneLine: 'O',
      groupName: 'G',
      theme: 'Food',
      city: 'C',
      amountMinor: 1,
      language: 'en',
    };
    expect(missingDetails({ ...NO_DETAILS, ...whole }, { themes: ['Food'] })).toEqual([]);
  });
  it('goes wherever the other details go', () => {
    const held = heldBy('host', 'Harbour Trust');
    expect(detailsOf({ ...NO_DETAILS, ...held })).toMatchObject(held);
  });
});
