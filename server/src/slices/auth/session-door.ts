import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { BetterAuthPlugin } from 'better-auth';
import { z } from 'zod';

const opened = z.object({
  userId: z.string(),
  /** How the person came in; left out: as in the session before. */
  way: z.enum(['passkey', 'provider']).optional(),
  /** When the second factor was given; null: not yet. */
  factorAt: z.date().nullable(),
});

/**
 * Opens a session in better-auth's own way, for proofs that it does not know. A session that the
 * browser had ends: whoever put one there beforehand (session fixation) has nothing of the new one.
 */
export const sessionDoor = {
  id: 'baton-session-door',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: opened, requireHeaders: true },
      async (ctx) => {
        const { internalAdapter, authCookies, secret } = ctx.context;
        const { userId, way, factorAt } = ctx.body;
        const before = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
        const forgotten = await ctx.getSignedCookie(authCookies.dontRememberToken.name, secret);
        const user = await internalAdapter.findUserById(userId);
        if (!user) throw new Error('a session was to be opened for nobody');
        const earlier = before ? await internalAdapter.findSession(before) : null;
        const session = await internalAdapter.createSession(userId, Boolean(forgotten), {
          way: way ?? earlier?.session['way'],
          factorAt,
        });
        if (before) await internalAdapter.deleteSession(before);
        await setSessionCookie(ctx, { session, user }, Boolean(forgotten));
        return { sessionId: session.id };
      },
    ),
  },
} satisfies BetterAuthPlugin;
