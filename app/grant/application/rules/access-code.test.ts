import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccessCode,
  CODE_RANDOM_BYTES,
  type CodeDraft,
  codeDraftFaults,
  codeState,
  decideUse,
  makeAccessCode,
  opensLateUntil,
  readAccessCode,
  showAccessCode,
  USES_MOST,
} from './access-code.ts';

const call = { opensAt: 1_000, closesAt: 2_000, invitationOnly: true };
const draft: CodeDraft = { label: 'Sewing group', purpose: 'late', expiresAt: 2_001, usesMax: 1 };
const NOW = 1_500;
const faults = (changes: Partial<CodeDraft>, now = NOW, of = call) =>
  codeDraftFaults({ ...draft, ...changes }, of, now).map(({ fault }) => fault);

describe('making a code', () => {
  it('needs a label and a number of uses from 1 to 500', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ label: ' ', usesMax: 0 })).toEqual(['label-empty', 'uses-out-of-range']);
    expect(faults({ usesMax: USES_MOST })).toEqual([]);
    expect(faults({ usesMax: USES_MOST + 1 })).toEqual(['uses-out-of-range']);
    expect(faults({ usesMax: 1.5 })).toEqual(['uses-out-of-range']);
  });

  it('needs an end to come, and for late entry one after the closing', () => {
    expect(faults({ expiresAt: 2_000 })).toEqual(['expiry-before-closing']);
    expect(faults({ expiresAt: 2_001 }, 2_001)).toEqual(['expiry-passed']);
    expect(faults({ expiresAt: 2_002 }, 2_001)).toEqual([]);
    expect(faults({ purpose: 'invited', expiresAt: NOW })).toEqual(['expiry-passed']);
    expect(faults({ purpose: 'invited', expiresAt: NOW + 1 })).toEqual([]);
  });

  it('invites only into a call by invitation', () => {
    expect(faults({ purpose: 'invited' }, NOW, { ...call, invitationOnly: false })).toEqual(['invitation-not-needed']);
    expect(faults({ purpose: 'late' }, NOW, { ...call, invitationOnly: false })).toEqual([]);
  });
});

describe('a code on paper', () => {
  it('is twelve symbols in three groups, and is read back as people type it', () => {
    const random = fc.uint8Array({ minLength: CODE_RANDOM_BYTES, maxLength: CODE_RANDOM_BYTES });
    fc.assert(
      fc.property(random, (bytes) => {
        const code = makeAccessCode(bytes);
        const shown = showAccessCode(code);
        expect(shown).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
        expect(readAccessCode(` ${shown.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`)).toEqual({
          ok: true,
          value: code,
        });
      }),
    );
  });

  it('differs in every one of its 55 bits', () => {
    const codes = Array.from({ length: 55 }, (_, bit) => {
      const bytes = new Uint8Array(CODE_RANDOM_BYTES);
      bytes[bit >> 3] = 0x80 >> (bit & 7);
      return makeAccessCode(bytes);
    });
    expect(new Set([...codes, makeAccessCode(new Uint8Array(CODE_RANDOM_BYTES))]).size).toBe(56);
  });

  it('is not read with a slip', () => {
    expect(readAccessCode('')).toEqual({ ok: false, reason: 'code-unreadable' });
    expect(readAccessCode('2345-6789-ABCD')).toEqual({ ok: false, reason: 'code-unreadable' });
  });
});

const code: AccessCode = { callId: 'street', purpose: 'late', expiresAt: 3_000, usesMax: 2, uses: 1, revokedAt: null };

describe('using a code', () => {
  const use = (changes: Partial<AccessCode>, now = NOW) => decideUse({ ...code, ...changes }, 'street', now);

  it('works in its own call until the millisecond before it ends', () => {
    expect(use({}, 2_999)).toEqual({ ok: true, value: 'usable' });
    expect(use({}, 3_000)).toEqual({ ok: false, reason: 'code-expired' });
    expect(use({ callId: 'park' })).toEqual({ ok: false, reason: 'code-unknown' });
    expect(decideUse(null, 'street', NOW)).toEqual({ ok: false, reason: 'code-unknown' });
  });

  it('works as often as it says, and not once it was taken back', () => {
    expect(use({ uses: 2 })).toEqual({ ok: false, reason: 'code-used-up' });
    expect(use({ revokedAt: 1_400 })).toEqual({ ok: false, reason: 'code-revoked' });
    expect(codeState({ ...code, uses: 2, revokedAt: 1 }, 9_000)).toBe('revoked');
  });
});

describe('the time for which a call is kept open', () => {
  const until = (changes: Partial<AccessCode & { drafts: number }>, now = NOW) =>
    opensLateUntil({ ...code, drafts: 0, ...changes }, now);

  it('is that of a code for late entry that still works', () => {
    expect(until({}, 2_999)).toBe(3_000);
    expect(until({}, 3_000)).toBeNull();
    expect(until({ purpose: 'invited' })).toBeNull();
  });

  it('lasts for the drafts that came by a code which nobody else can use', () => {
    expect(until({ uses: 2 })).toBeNull();
    expect(until({ uses: 2, drafts: 1 })).toBe(3_000);
    expect(until({ revokedAt: 1_400 })).toBeNull();
    expect(until({ revokedAt: 1_400, drafts: 1 })).toBe(3_000);
    expect(until({ drafts: 1 }, 3_000)).toBeNull();
  });
});
