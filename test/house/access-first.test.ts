import { pathToFileURL } from 'node:url';
import type { ActionFunctionArgs } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { urls } from '#app/routes.ts';
import { testWorld } from '#test/world/test-world.ts';

type Route = { readonly path?: string | undefined; readonly file: string };
type Action = (args: ActionFunctionArgs) => unknown;

/** Forms for everybody, or for whoever is signed in about herself: there is nothing to be a stranger to. */
const OPEN = ['sign-in', 'sign-in/code', 'your-name', 'your-phone', 'sign-out', 'better-words', 'demo', 'apply/claim'];
/** Programs talk to it and it answers in their way; its own tests know how. */
const FOR_PROGRAMS = ['apply/upload/*'];

const actions: [string, Action][] = [];
for (const { path, file } of urls as readonly Route[]) {
  if (path === undefined || [...OPEN, ...FOR_PROGRAMS].includes(path)) continue;
  const module: { action?: Action } = await import(/* @vite-ignore */ pathToFileURL(`app/${file}`).href);
  if (module.action !== undefined) actions.push([path, module.action]);
}

describe('what a stranger posts', () => {
  it.each(actions)('to %s is not found, and is not even read', async (path, action) => {
    const world = testWorld();
    const portal = world.as(world.person('Amina'));
    const params = Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, '00000000000000000000']));
    const request = new Request('http://localhost:3000/', {
      method: 'POST',
      body: new URLSearchParams({ sure: 'on' }),
    });
    const args = { request, params, context: { portal, sessions: undefined } } as unknown as ActionFunctionArgs;
    const answer = await Promise.resolve()
      .then(() => action(args))
      .catch((thrown: unknown) => thrown);
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).status).toBe(404);
    expect(request.bodyUsed).toBe(false);
  });

  it('is a good part of all that can be posted', () => {
    expect(actions.length).toBeGreaterThan(25);
  });
});
