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
  const [amina] = await prepareSenders(['Amina'])(world, cookieOf);
  invariant(amina !== undefined, 'one sender was asked for');
  return amina;
}

/** @param names  of people who each apply for themselves, to the same call */
export function prepareSenders(names: readonly string[]) {
  return async (world: TestWorld, cookieOf: (personId: string) => Promise<string>): Promise<Sender[]> => {
    world.moveTo(Date.now() - 2 * HOUR);
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const call = openCall(world, staff.Grace ?? '', partnerId);
    const questionId = call.questions.find((question) => question.byVideo)?.id ?? '';
    const people = names.map((name) => {
      const person = world.person(name);
      const started = startApplication(world.as(person), call.id, { title: 'A kitchen that listens' });
      invariant(started.ok, 'the call is open');
      return { person, applicationId: started.value.applicationId };
    });
    return Promise.all(
      people.map(async ({ person, applicationId }) => ({ cookie: await cookieOf(person), applicationId, questionId })),
    );
  };
}
