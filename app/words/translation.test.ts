import { describe, expect, it } from 'vitest';
import { translationOf } from './translation.ts';

type English = {
  readonly hello: 'Hello {name}';
  readonly count: '{count, plural, one {# word} other {# words}}';
  readonly states: { readonly open: 'Open' };
  readonly steps: readonly ['Write', 'Send'];
};
const whole = {
  hello: 'مرحبًا {name}',
  count: '{count, plural, zero {لا كلمات} one {كلمة} two {كلمتان} few {# كلمات} many {# كلمة} other {# كلمة}}',
  states: { open: 'مفتوح' },
  steps: ['اكتب', 'أرسل'],
} as const;

describe('translating a part', () => {
  it('compiles with every sentence of it, and with plurals of one word', () => {
    expect(translationOf<English>()(whole).states.open).toBe('مفتوح');
  });

  it('does not compile with a sentence missing, in a group or in a list', () => {
    const { hello, ...withoutHello } = whole;
    // @ts-expect-error nothing says hello
    expect(translationOf<English>()(withoutHello)).not.toContain(hello);
    // @ts-expect-error the state is missing
    translationOf<English>()({ ...whole, states: {} });
    // @ts-expect-error one step is missing
    translationOf<English>()({ ...whole, steps: ['اكتب'] });
  });

  it('does not compile with a sentence that English does not have', () => {
    // @ts-expect-error English says no goodbye
    translationOf<English>()({ ...whole, goodbye: 'مع السلامة' });
    // @ts-expect-error English knows no such state
    translationOf<English>()({ ...whole, states: { open: 'مفتوح', closed: 'مغلق' } });
  });

  it('does not compile with a value left out, misspelt or made up', () => {
    // @ts-expect-error the name is missing
    translationOf<English>()({ ...whole, hello: 'مرحبًا' });
    // @ts-expect-error the name is misspelt
    translationOf<English>()({ ...whole, hello: 'مرحبًا {nmae}' });
    // @ts-expect-error nobody gives a place
    translationOf<English>()({ ...whole, hello: 'مرحبًا {name} في {place}' });
    // @ts-expect-error nothing is counted
    translationOf<English>()({ ...whole, count: 'كلمات' });
  });
});
