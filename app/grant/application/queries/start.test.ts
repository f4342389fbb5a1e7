import { expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { withdrawApplication } from '../commands/withdraw-application.server.ts';
import { startPage } from './start.server.ts';

it('Tells whoever has sent an application to this call so, before they start another', async () => {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const [amina, yusuf] = [world.person('Amina'), world.person('Yusuf')];
  const call = openCall(world, staff.Grace ?? '', partnerId);
  const sentTo = (personId: string) => startPage(world.as(personId), call.slug)?.sent.map(({ id }) => id);
  writtenDraft(world, yusuf, call);
  const sent = submitted(world, amina, call);
  expect(sentTo(amina)).toEqual([sent]);
  expect(sentTo(yusuf)).toEqual([]);
  expect((await withdrawApplication(world.as(amina), sent)).ok).toBe(true);
  expect(sentTo(amina)).toEqual([]);
});
