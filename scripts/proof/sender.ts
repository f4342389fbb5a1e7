import { startApplication } from '#app/grant/application/commands/start-application.server.ts';
import { HOUR } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { TestWorld } from '#test/world/test-world.ts';
import { openCall } from '#test/world/trial-call.ts';

/** Amina, signed in, and the question that she answers on video. */
export type Sender = { readonly cookie: string; readonly applicationId: string; readonly questionId: string };

export async function prepareSender(
  world: TestWorld,
  cookieOf: (personId: string) => Promise<string>,
): Promise<Sender> {
  world.moveTo(Date.now() - 2 * HOUR);
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId);
  const amina = world.person('Amina');
  const started = startApplication(world.as(amina), call.id, { title: 'A kitchen that listens' });
  invariant(started.ok, 'the call is open');
  const questionId = call.questions.find((question) => question.byVideo)?.id ?? '';
  return { cookie: await cookieOf(amina), applicationId: started.value.applicationId, questionId };
}
