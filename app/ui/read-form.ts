import { parseWithZod } from '@conform-to/zod/v4';
import { data } from '@remix-run/node';
import type { z } from 'zod';
import type { FormReply } from './form-reply.ts';

/** Personal codes and passwords are never sent back to the page. */
const NEVER_ECHOED = /^(code|password)$/;

/**
 * Reads a posted form through its schema.
 *
 * @param request  the request, or the form data when it was already read
 * @returns        `{ ok: true, value, refuse }` — `refuse` answers 422 with words and all that was typed —
 *                 or `{ ok: false, response }`, the 422 itself with one message per field
 */
export async function readForm<Schema extends z.ZodType>(request: Request | FormData, schema: Schema) {
  const formData = withPlainLines(request instanceof FormData ? request : await request.formData());
  const typed = typedIn(formData);
  const submission = parseWithZod(formData, { schema });
  if (submission.status === 'success') {
    return {
      ok: true as const,
      value: submission.value as z.output<Schema>,
      formData,
      typed,
      refuse: (message: string | null, errors: Record<string, string> = {}) =>
        unprocessable({ message, errors, typed }),
    };
  }
  const errors: Record<string, string> = {};
  for (const [name, messages] of Object.entries(submission.error ?? {})) {
    const first = messages?.[0];
    if (first !== undefined && name !== '') errors[name] = first;
  }
  const message = submission.error?.['']?.[0] ?? null;
  return { ok: false as const, response: unprocessable({ message, errors, typed }), reply: { message, errors, typed } };
}

/** Browsers send each line break as two characters; stored and compared is one. */
function withPlainLines(formData: FormData): FormData {
  const plain = new FormData();
  for (const [name, value] of formData) {
    if (typeof value === 'string') plain.append(name, value.replace(/\r\n?/g, '\n'));
    else plain.append(name, value);
  }
  return plain;
}

export function unprocessable(reply: FormReply) {
  return data(reply, { status: 422 });
}

/** For a button that was refused where there is no form to fill in again. */
export function refusal(message: string) {
  return unprocessable({ message, errors: {}, typed: {} });
}

/** Everything typed, by the name of its field, without files and without what is never shown again. */
export function typedIn(formData: FormData): FormReply['typed'] {
  // A map, because a field may be called "constructor", which every object has already.
  const typed = new Map<string, string[]>();
  for (const [name, value] of formData) {
    if (typeof value !== 'string' || NEVER_ECHOED.test(name)) continue;
    typed.set(name, [...(typed.get(name) ?? []), value]);
  }
  return Object.fromEntries(typed);
}
