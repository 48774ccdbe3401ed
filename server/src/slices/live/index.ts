import type { Deps } from '../../platform/context.ts';
import type { App } from '../../platform/http-types.ts';
import { Problem } from '../../platform/problem.ts';
import { Desks, type LiveNeeds } from './desks.ts';
import { presenceRoutes } from './routes-presence.ts';

/** The stream of what changes, for whoever has a screen open. */
export function liveRoutes(app: App, deps: Deps, needs: LiveNeeds): void {
  const desks = new Desks(deps, needs);
  app.addHook('preClose', async () => desks.close());
  presenceRoutes(app, deps, needs, desks.presence);
  app.get(
    '/api/live',
    {
      config: { access: 'reader' },
      schema: {
        tags: ['Cases'],
        summary: 'Which cases changed, as it happens',
        description:
          'Server-sent events (`Accept: text/event-stream`): `cases` with the ids, versions and owners of cases that changed and that you may see, `missed` when some may have been missed, `pyramid` when levels, teams or who belongs to them changed, `presence` with who else is in the case that you are in, `beat` every 15 seconds. A stream ends after five minutes, and when what you may do changes; open it anew and ask for what you show.',
      },
    },
    (request, reply) => {
      if (!request.headers.accept?.includes('text/event-stream')) {
        throw new Problem('invalid_request', {
          detail: 'This is a stream of events; ask for it with Accept: text/event-stream.',
        });
      }
      desks.open(request.identity.actor, reply);
    },
  );
}
