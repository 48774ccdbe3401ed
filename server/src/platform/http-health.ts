import { type Health, health } from '@baton/contract';
import { sql } from 'kysely';
import type { Deps } from './context.ts';
import type { App, Surroundings } from './http-types.ts';
import { version } from './version.ts';

/** What stands beside HTTP; `mailOut` is asked only while the database answers. */
type Beside = Surroundings & { mailOut: () => Promise<Health['mailOut']> };

/** `GET /api/health`, for whoever watches over Baton; 503 while the database is out of reach. */
export function healthRoute(app: App, deps: Deps, around: Beside): void {
  app.get(
    '/api/health',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Whether Baton is well',
        tags: ['Health'],
        response: { 200: health, 503: health },
      },
    },
    async (_request, reply) => {
      const reachable = await isReachable(deps);
      return reply.code(reachable ? 200 : 503).send({
        status: reachable && around.clocks() === 'running' ? 'ok' : 'degraded',
        version,
        database: reachable ? 'ok' : 'unreachable',
        clocks: around.clocks(),
        mailIn: around.mailIn(),
        // Unknown while the database is away; then nothing leaves.
        mailOut: reachable ? await around.mailOut() : 'held',
      });
    },
  );
}

/** Waits two seconds at most: whoever asks wants an answer, not a queue. */
async function isReachable(deps: Deps): Promise<boolean> {
  const answer = sql`select 1`.execute(deps.db).then(
    () => true,
    () => false,
  );
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), 2000);
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer));
}
