import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { openCall } from '#test/world/trial-call.ts';
import { startApplication } from './commands/start-application.server.ts';
import { callLanguageAt } from './queries/call-language.server.ts';

describe('the language of the call that a page is about', () => {
  it('is found by whatever its address names', () => {
    const world = testWorld();
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const call = openCall(world, staff.Grace ?? '', partnerId, { language: 'ar' });
    const started = startApplication(world.as(world.person('Amina')), call.id, {});
    const applicationId = started.ok ? started.value.applicationId : '';
    const context = world.as(null);
    expect(callLanguageAt(context, { slug: call.slug })).toBe('ar');
    expect(callLanguageAt(context, { callId: call.id, questionId: 'any' })).toBe('ar');
    expect(callLanguageAt(context, { applicationId })).toBe('ar');
  });

  it('is English where the address names no call', () => {
    const context = testWorld().as(null);
    for (const named of [{}, { slug: 'nothing' }, { callId: 'nothing' }, { applicationId: 'nothing' }]) {
      expect(callLanguageAt(context, named)).toBe('en');
    }
  });
});
