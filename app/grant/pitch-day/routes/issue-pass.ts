import type { ActionFunctionArgs } from '@remix-run/node';
import { wordsIn } from '#app/words/use-words.ts';
import { issuePass, type PassRefusal } from '../commands/issue-pass.server.ts';
import { passForm } from '../forms/roll-form.ts';
import { passPage } from '../queries/pass-page.server.ts';

const STATUS: Partial<Record<PassRefusal, number>> = {
  'unknown-poll': 404,
  'already-issued': 409,
  'not-open': 409,
  'voted-directly': 409,
  'too-many-tries': 429,
  'too-many-wrong-codes': 429,
};

/**
 * Signs what a device of somebody on the roll has blinded: 200 with `{ signature }`, or 4xx with `{ reason, words }`.
 *
 * No cookie is needed, and the device sends none. The answer ends its connection, so that a ballot cannot come by the
 * same one.
 */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context;
  const pollId = params.pollId ?? '';
  if (passPage(portal, pollId) === null) return refuse('unknown-poll', portal.language);
  const form = passForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return refuse('bad-request', portal.language);
  const issued = issuePass(portal, { pollId, ...form.data });
  return issued.ok ? answer(200, issued.value) : refuse(issued.reason, portal.language);
}

function refuse(reason: PassRefusal, language: string): Response {
  return answer(STATUS[reason] ?? 422, { reason, words: wordsIn(language).words.remoteVote.refusals[reason] });
}

function answer(status: number, said: object): Response {
  return Response.json(said, { status, headers: { 'Cache-Control': 'no-store', Connection: 'close' } });
}
