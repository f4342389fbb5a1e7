import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideReveal } from './revealing.ts';

describe('showing whole details', () => {
  it('is for whoever may handle the payment, and has a reason', () => {
    const facts = fc.record({
      isInsider: fc.boolean(),
      hasDeclaredConflict: fc.boolean(),
      isRecused: fc.boolean(),
      isEditor: fc.boolean(),
      reason: fc.constantFrom('', '  ', 'The bank called back'),
    });
    fc.assert(
      fc.property(facts, ({ isEditor, reason, ...person }) => {
        const isTied = person.isInsider || person.hasDeclaredConflict || person.isRecused || isEditor;
        const outcome = decideReveal({ id: 'finn', ...person }, { editedBy: isEditor ? 'finn' : 'amina' }, reason);
        expect(outcome.ok).toBe(!isTied && reason.trim() !== '');
        if (!isTied && !outcome.ok) expect(outcome.reason).toBe('no-reason');
      }),
    );
  });
});
