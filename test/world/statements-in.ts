import { vi } from 'vitest';
import type { World } from '#app/platform/context.server.ts';

/** How many statements some work runs on the portal's database, prepared just now or long before. */
export async function statementsIn({ db }: Pick<World, 'db'>, work: () => unknown): Promise<number> {
  const statement = Object.getPrototypeOf(db.$client.prepare('select 1')) as Record<
    'get' | 'all' | 'run',
    () => unknown
  >;
  const spies = (['get', 'all', 'run'] as const).map((way) => vi.spyOn(statement, way));
  try {
    await work();
    const run = spies.flatMap((spy) => spy.mock.contexts as readonly { readonly database: unknown }[]);
    return run.filter(({ database }) => database === db.$client).length;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
