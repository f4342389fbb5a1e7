import { describe, expect, it } from 'vitest';
import { sheetForm } from './forms.ts';

const form = sheetForm([{ id: 'need', name: 'Need' }], 'submit', 'en');
const sheet = (strength: string) => form.safeParse({ 'score-need': '4', strength, concern: 'None.' });

describe('writing a comment on a sheet', () => {
  it('takes 150 words and not one more', () => {
    expect(sheet('word '.repeat(150)).success).toBe(true);
    expect(sheet('word '.repeat(151)).success).toBe(false);
  });
  it('takes no endless word', () => {
    expect(sheet('a'.repeat(5_000)).success).toBe(true);
    expect(sheet('a'.repeat(5_001)).success).toBe(false);
  });
});
