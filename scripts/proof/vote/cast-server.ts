import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { castPath } from '#app/grant/pitch-day/routes/cast.server.ts';
import type { World } from '#app/platform/context.server.ts';
import { createHttpHandler } from '#app/platform/http.server.ts';

export const CAST_ORIGIN = 'http://localhost:3000';

/** The portal's front door with nothing behind it but the way by which ballots come. */
export async function serveCasts(
  world: Pick<World, 'votes' | 'clock' | 'log'>,
): Promise<{ port: number; server: Server }> {
  const server = createServer(
    createHttpHandler({
      build: { routes: {} } as never,
      publicUrl: CAST_ORIGIN,
      log: world.log,
      loadContext: () => Promise.reject(new Error('nothing here is for Remix')),
      early: [castPath(world)],
      staticFolders: [],
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, server };
}
