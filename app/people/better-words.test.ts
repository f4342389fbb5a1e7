import { describe, expect, it } from 'vitest';
import { HOUR } from '#app/kernel/instant.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { testWorld } from '#test/world/test-world.ts';
import { SUGGESTIONS_AN_HOUR_MAX, suggestWords } from './commands/suggest-words.server.ts';
import { openSuggestions } from './queries/suggestions.server.ts';
import { action as suggest } from './routes/better-words.tsx';
import { action as settle } from './routes/staff-better-words.tsx';

const better = { page: '/calls', sentence: 'الدعوات', better: 'فرص التقديم' };

function office() {
  const world = testWorld();
  const { staff } = world.partner('ground', { Grace: ['manager'], Finn: ['finance'] });
  return { world, grace: staff.Grace ?? '', finn: staff.Finn ?? '' };
}

describe('suggesting a better sentence', () => {
  it('keeps what a visitor wrote, in the language that was read, without a name', () => {
    const { world, grace } = office();
    suggestWords({ ...world.as(null), language: 'ar' }, better);
    expect(openSuggestions(world.as(grace))).toEqual([
      { id: expect.any(String), language: 'ar', ...better, createdAt: world.now(), settledAt: null },
    ]);
  });

  it('leads back to a page of ours only', async () => {
    const { world, grace } = office();
    const posted = asked(world, null, {}, { better: 'فرص' }, '?page=https%3A%2F%2Felsewhere.example');
    expect(await answerOf(() => suggest(posted))).toMatchObject({ status: 303, to: '/better-words?page=%2F&kept=' });
    expect(openSuggestions(world.as(grace))?.map(({ page }) => page)).toEqual(['/']);
  });

  it('asks for the sentence when there is none, and keeps what was typed when there are too many', async () => {
    const { world } = office();
    expect(await answerOf(() => suggest(asked(world, null, {}, { better: ' ' })))).toMatchObject({
      status: 422,
      reply: { errors: { better: expect.any(String) } },
    });
    for (let sent = 0; sent < SUGGESTIONS_AN_HOUR_MAX; sent++)
      expect(suggestWords(world.as(null), better).ok).toBe(true);
    expect(await answerOf(() => suggest(asked(world, null, {}, { better: 'فرص' })))).toMatchObject({
      status: 422,
      reply: { typed: { better: ['فرص'] } },
    });
    world.pass(HOUR);
    expect(suggestWords(world.as(null), better).ok).toBe(true);
  });

  it('is read and put away by managers, and by nobody else', async () => {
    const { world, grace, finn } = office();
    suggestWords(world.as(null), better);
    const suggestion = openSuggestions(world.as(grace))?.[0]?.id ?? '';
    expect(openSuggestions(world.as(finn))).toBeNull();
    expect(openSuggestions(world.as(null))).toBeNull();
    expect(await answerOf(() => settle(asked(world, finn, {}, { suggestion })))).toMatchObject({ status: 404 });
    expect(await answerOf(() => settle(asked(world, grace, {}, { suggestion })))).toMatchObject({ status: 303 });
    expect(openSuggestions(world.as(grace))).toEqual([]);
  });
});
