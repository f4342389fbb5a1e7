import { describe, expect, it } from 'vitest';
import { decideBegin } from './starting.ts';

const open = { opensAt: 1_000, closesAt: 2_000, invitationOnly: false };
const invited = { ...open, invitationOnly: true };
const lateCode = { purpose: 'late', expiresAt: 3_000 } as const;
const invitation = { purpose: 'invited', expiresAt: 3_000 } as const;
const begin = { ok: true, value: 'begin' };
const notOpen = { ok: false, reason: 'call-not-open' };

describe('beginning a draft', () => {
  it('needs nothing but an open call', () => {
    expect(decideBegin(open, null, 999)).toEqual(notOpen);
    expect(decideBegin(open, null, 1_000)).toEqual(begin);
    expect(decideBegin(open, null, 1_999)).toEqual(begin);
    expect(decideBegin(open, null, 2_000)).toEqual(notOpen);
  });

  it('needs a code of either purpose in a call by invitation', () => {
    expect(decideBegin(invited, null, 1_500)).toEqual({ ok: false, reason: 'code-needed' });
    expect(decideBegin(invited, invitation, 1_500)).toEqual(begin);
    expect(decideBegin(invited, lateCode, 1_500)).toEqual(begin);
  });

  it('goes on after the closing until the end of a code for late entry', () => {
    for (const call of [open, invited]) {
      expect(decideBegin(call, lateCode, 2_000)).toEqual(begin);
      expect(decideBegin(call, lateCode, 2_999)).toEqual(begin);
      expect(decideBegin(call, lateCode, 3_000)).toEqual(notOpen);
      expect(decideBegin(call, invitation, 2_000)).toEqual(notOpen);
    }
  });

  it('never comes before the opening, whatever the code', () => {
    expect(decideBegin(open, lateCode, 999)).toEqual(notOpen);
    expect(decideBegin(invited, invitation, 999)).toEqual(notOpen);
  });
});
