import { describe, expect, it } from 'vitest';
import { decideResponse, RESPONSE_MAX } from './answering-fairness.ts';

const FACTS = { panel: 'closed', isDecided: false, isAnswered: false } as const;

describe('answering the fairness check', () => {
  it('is done after the close, before the decision, and once', () => {
    expect(decideResponse(FACTS, 'We looked, and it is chance.').ok).toBe(true);
    expect(decideResponse({ ...FACTS, panel: 'scoring' }, 'Yes')).toMatchObject({ reason: 'not-closed' });
    expect(decideResponse({ ...FACTS, isDecided: true }, 'Yes')).toMatchObject({ reason: 'already-decided' });
    expect(decideResponse({ ...FACTS, isAnswered: true }, 'Yes')).toMatchObject({ reason: 'already-answered' });
  });

  it('takes words, and not too many', () => {
    expect(decideResponse(FACTS, '  ')).toMatchObject({ reason: 'response-missing' });
    expect(decideResponse(FACTS, 'a'.repeat(RESPONSE_MAX)).ok).toBe(true);
    expect(decideResponse(FACTS, 'a'.repeat(RESPONSE_MAX + 1))).toMatchObject({ reason: 'too-long' });
  });
});
