import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayTryOut } from '../rules/access.ts';
import { findTests } from '../store/tests.server.ts';

/** The pretend applications of a draft call, for its managers; null for a published call and for everybody else. */
export function callTests(context: Context, callId: Id) {
  const call = callById(context, callId);
  if (context.actor === null || call === null || !mayTryOut(context.actor, call)) return null;
  const me = context.actor.personId;
  const tests = findTests(context.db, callId);
  const people = peopleById(
    context,
    tests.map(({ applicantId }) => applicantId),
  );
  return {
    call: { id: call.id, title: call.title, hasQuestions: call.questions.length > 0 },
    mine: tests.find(({ applicantId, state }) => applicantId === me && state === 'draft')?.id ?? null,
    tests: tests.map(({ id, reference, state, applicantId }) => ({
      id,
      reference,
      state,
      by: people.get(applicantId)?.name ?? '',
      isMine: applicantId === me,
    })),
  };
}
