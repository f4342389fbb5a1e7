import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFields } from './merge-fields.ts';

const base = { need: '3', plan: '', concern: 'The rent.' };

describe('merging what two windows wrote', () => {
  it('takes each field from the window that changed it', () => {
    const merge = mergeFields(base, { ...base, plan: '4' }, { ...base, concern: 'The rent, and the roof.' });
    expect(merge).toEqual({ merged: { need: '3', plan: '4', concern: 'The rent, and the roof.' }, both: [] });
  });
  it('leaves a field as it is here where both changed it, and says which', () => {
    expect(mergeFields(base, { ...base, need: '5' }, { ...base, need: '1' })).toEqual({
      merged: { ...base, need: '5' },
      both: ['need'],
    });
  });
  it('is content where both chose the same', () => {
    expect(mergeFields(base, { ...base, need: '5' }, { ...base, need: '5' }).both).toEqual([]);
  });
  it('empties a field that one window emptied, and takes a field that only one has', () => {
    expect(mergeFields(base, base, { need: '3', plan: '', extra: 'x' }).merged).toEqual({
      need: '3',
      plan: '',
      concern: '',
      extra: 'x',
    });
  });
  it('never loses what was written here, and asks both windows the same questions', () => {
    const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', '1', '2', '3'));
    fc.assert(
      fc.property(fields, fields, fields, (was, here, there) => {
        const [mine, theirs] = [mergeFields(was, here, there), mergeFields(was, there, here)];
        expect(mine.both.toSorted()).toEqual(theirs.both.toSorted());
        for (const [name, text] of Object.entries(here)) {
          if (text !== (was[name] ?? '')) expect(mine.merged[name]).toBe(text);
        }
      }),
    );
  });
});
