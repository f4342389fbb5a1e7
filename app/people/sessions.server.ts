import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { type Adapter, Cookie, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import type { Actor } from '#app/kernel/actor.ts';
import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import { type Instant, MINUTE } from '#app/kernel/instant.ts';
import type { World } from '#app/platform/context.server.ts';
import { cookieIn, cookieName, isSecureSite } from '#app/platform/cookies.server.ts';
import { person, session } from '#db/schema/people.ts';
import { actorOf } from './queries/people.server.ts';
import { markSessionSeen, sessionSeenAt } from './store.server.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia;
    DatabaseSessionAttributes: { seenAt: Instant };
  }
}

/** The one door to Lucia. The cookie holds the session's id; the database only its hash. */
export type Sessions = {
  /** @returns the Set-Cookie header that signs the person in */
  start(personId: Id, earlierCookies: string | null): Promise<string>;
  /**
   * What a page asks by itself, an event stream or a screen that follows one, is no sign of anybody being there.
   *
   * @param headers  of the request
   * @returns the actor, and a Set-Cookie header when the session was prolonged or is over
   */
  read(headers: Headers): Promise<{ actor: Actor | null; setCookie: string | null }>;
  /** @returns the Set-Cookie header that forgets the session */
  end(cookies: string | null): Promise<string>;
};

/** Staff are signed out after half an hour without a click; an applicant's slow evening must not cost words. */
export const STAFF_IDLE = 30 * MINUTE;
export const APPLICANT_IDLE_DAYS = 14;

export function createSessions(world: World): Sessions {
  const lucia = new Lucia(hashedAtRest(new DrizzleSQLiteAdapter(world.db, session as never, person as never)), {
    sessionExpiresIn: new TimeSpan(APPLICANT_IDLE_DAYS, 'd'),
    sessionCookie: {
      name: cookieName(world.env, { name: 'session', path: '/' }),
      attributes: { secure: isSecureSite(world.env), sameSite: 'lax', path: '/' },
    },
  });

  /** Read by itself: what another site on this host put beside it, and cannot be read, must not shut anybody out. */
  const sessionIdIn = (cookies: string | null): string | null => cookieIn(cookies, lucia.sessionCookieName) || null;

  /** Strict for staff: no other site's link or form ever comes with their name. `sign-in.tsx` lets links in again. */
  const cookieOf = (sessionId: string, actor: Actor) => {
    const { name, value, attributes } = lucia.createSessionCookie(sessionId);
    return new Cookie(name, value, {
      ...attributes,
      sameSite: actor.duties.length > 0 ? 'strict' : 'lax',
    }).serialize();
  };

  return {
    async start(personId, earlierCookies) {
      // A new id at every sign-in: one that an attacker planted before is worth nothing afterwards.
      const earlier = sessionIdIn(earlierCookies);
      if (earlier !== null) await lucia.invalidateSession(earlier);
      const started = await lucia.createSession(personId, { seenAt: world.clock() });
      return cookieOf(started.id, actorOf(world, personId));
    },
    async read(headers) {
      const sessionId = sessionIdIn(headers.get('Cookie'));
      if (sessionId === null) return { actor: null, setCookie: null };
      const { session: found, user } = await lucia.validateSession(sessionId);
      if (found === null || user === null)
        return { actor: null, setCookie: lucia.createBlankSessionCookie().serialize() };
      const actor = actorOf(world, user.id);
      const hashedId = sha256Hex(sessionId);
      const now = world.clock();
      const seenAt = sessionSeenAt(world.db, hashedId) ?? 0;
      if (actor.duties.length > 0 && now - seenAt > STAFF_IDLE) {
        await lucia.invalidateSession(sessionId);
        return { actor: null, setCookie: lucia.createBlankSessionCookie().serialize() };
      }
      if (now - seenAt > MINUTE && isAttended(headers)) markSessionSeen(world.db, hashedId, now);
      return { actor, setCookie: found.fresh ? cookieOf(found.id, actor) : null };
    },
    async end(cookies) {
      const sessionId = sessionIdIn(cookies);
      if (sessionId !== null) await lucia.invalidateSession(sessionId);
      return lucia.createBlankSessionCookie().serialize();
    },
  };
}

/** Every browser asks for a stream in this one way (HTML Living Standard 9.2); our own scripts say so themselves. */
function isAttended(headers: Headers): boolean {
  return !headers.has('X-Unattended') && !(headers.get('Accept') ?? '').includes('text/event-stream');
}

/** Lucia hands its adapter the bare id; what reaches the table is the SHA-256 of it. */
function hashedAtRest(inner: Adapter): Adapter {
  const bare = (found: DatabaseSession | null, id: string) => (found === null ? null : { ...found, id });
  return {
    getSessionAndUser: async (id) => {
      const [found, user] = await inner.getSessionAndUser(sha256Hex(id));
      return [bare(found, id), user];
    },
    getUserSessions: (userId) => inner.getUserSessions(userId),
    setSession: (made) => inner.setSession({ ...made, id: sha256Hex(made.id) }),
    updateSessionExpiration: (id, expiresAt) => inner.updateSessionExpiration(sha256Hex(id), expiresAt),
    deleteSession: (id) => inner.deleteSession(sha256Hex(id)),
    deleteUserSessions: (userId) => inner.deleteUserSessions(userId),
    deleteExpiredSessions: () => inner.deleteExpiredSessions(),
  };
}
