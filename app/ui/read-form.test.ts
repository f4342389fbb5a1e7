import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readForm } from './read-form.ts';

const schema = z.object({ email: z.email('Write an e-mail address.') });

function posted(...fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe('reading a posted form', () => {
  it('gives back what was typed and one message per field', async () => {
    const read = await readForm(posted(['email', 'amina'], ['theme', 'food'], ['theme', 'care']), schema);
    expect(read.ok ? null : read.reply).toEqual({
      message: null,
      errors: { email: 'Write an e-mail address.' },
      typed: { email: ['amina'], theme: ['food', 'care'] },
    });
  });

  it('takes each line break as one, whatever a browser makes of it', async () => {
    const lines = z.object({ text: z.string() });
    const read = await readForm(posted(['text', 'one\r\ntwo\rthree\nfour\r\n\r\nfive']), lines);
    const plain = 'one\ntwo\nthree\nfour\n\nfive';
    expect(read.ok && [read.value.text, read.typed.text]).toEqual([plain, [plain]]);
  });

  it('never echoes a code', async () => {
    const read = await readForm(posted(['email', 'amina'], ['code', '123456']), schema);
    expect(read.ok ? null : read.reply.typed).toEqual({ email: ['amina'] });
  });

  it.each(['constructor', '__proto__', 'toString'])('is not confused by a field called %s', async (name) => {
    const read = await readForm(posted([name, 'x'], ['email', 'amina']), schema);
    expect(read.ok).toBe(false);
  });
});
