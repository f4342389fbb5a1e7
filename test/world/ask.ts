import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Id } from '#app/kernel/id.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import type { FormReply } from '#app/ui/form-reply.ts';
import type { TestWorld } from './test-world.ts';

/** What a loader or an action is called with when this person asks; with `posted` it is a form. */
export function asked(
  world: TestWorld,
  personId: Id | null | undefined,
  params: Readonly<Record<string, string>>,
  posted?: Readonly<Record<string, string>>,
  query = '',
): LoaderFunctionArgs {
  const request = new Request(`https://pot.example/here${query}`, {
    ...(posted === undefined ? {} : { method: 'POST', body: new URLSearchParams(posted) }),
  });
  return { request, params, context: { portal: world.as(personId ?? null), sessions: createSessions(world) } };
}

/** What came of it: the status that was thrown or returned, where it leads, and what a refused form says. */
export async function answerOf(
  act: () => unknown,
): Promise<{ status: number; to: string | null; reply: FormReply | null }> {
  try {
    const value = (await act()) as { data?: FormReply; init?: { status?: number } } | Response | null;
    if (value instanceof Response) return { status: value.status, to: null, reply: null };
    return { status: value?.init?.status ?? 200, to: null, reply: value?.data ?? null };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, to: thrown.headers.get('Location'), reply: null };
  }
}
