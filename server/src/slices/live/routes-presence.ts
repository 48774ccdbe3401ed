import { id, newPresence, presence as presenceShape } from '@baton/contract';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../platform/context.ts';
import type { App } from '../../platform/http-types.ts';
import { Problem } from '../../platform/problem.ts';
import { notFound } from '../../platform/refusals.ts';
import type { LiveNeeds } from './desks.ts';
import type { Presence } from './presence.ts';

const params = z.strictObject({ id, desk: id });
const nothing = z.undefined().describe('Done');

/** Who else looks at a case or writes in it. */
export function presenceRoutes(app: App, deps: Deps, needs: LiveNeeds, presence: Presence): void {
  const mustSee = async (actor: Actor, caseId: string) => {
    const seen = await needs.standingOf(deps.db, actor, [caseId]);
    if (seen.length === 0) throw notFound('case');
  };
  app.put(
    '/api/cases/:id/presence/:desk',
    {
      config: { access: 'reader' },
      schema: {
        tags: ['Cases'],
        summary: 'Says that you look at a case, or write in it; answers who else does',
        description:
          'One page of a desk, by an id that it makes itself, says so every five seconds and when something else is done; after fifteen seconds of silence it counts as gone. Whoever is in a case is told of the others by the stream, too (`event: presence`).',
        params,
        body: newPresence,
        response: { 200: presenceShape },
      },
    },
    async ({ identity: { actor }, params: { id: caseId, desk }, body: { doing } }) => {
      await mustSee(actor, caseId);
      const agent = inPerson(actor);
      presence.say({ agent, desk, case: caseId, doing });
      return presence.others(caseId, agent);
    },
  );

  app.delete(
    '/api/cases/:id/presence/:desk',
    {
      config: { access: 'reader' },
      schema: {
        tags: ['Cases'],
        summary: 'Says that you have left a case',
        params,
        response: { 204: nothing },
      },
    },
    async ({ identity: { actor }, params: { id: caseId, desk } }, reply) => {
      await mustSee(actor, caseId);
      presence.leave({ agent: inPerson(actor), desk, case: caseId });
      return reply.code(204).send();
    },
  );
}

function inPerson(actor: Actor): string {
  if (actor.kind === 'agent') return actor.id;
  throw new Problem('invalid_request', {
    detail: 'A key that acts as itself is nobody who could look at a case.',
  });
}
