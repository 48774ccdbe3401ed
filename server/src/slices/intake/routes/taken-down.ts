import { caseIntake, intakeShare, intakeShareQuery } from '@baton/contract';
import type { FastifyRequest } from 'fastify';
import { dayMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Deps } from '../../../platform/context.ts';
import { instant, runCommand } from '../../../platform/db.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { seenCase } from '../../cases/index.ts';
import { presentIntake } from '../present-intake.ts';
import { countAnswered, intakeOfCase } from '../store/intakes.ts';

const tags = ['Cases'];
/** Without a time asked for, the last thirty days are counted. */
const usualMs = 30 * dayMs;

/** What is known of a case by its having been taken down, and how often that answered it. */
export function takenDownRoutes(app: App, deps: Deps): void {
  for (const add of [showOfCase, showShare]) add(app, deps);
}

async function seen(deps: Deps, request: Pick<FastifyRequest, 'identity' | 'ip'>, id: string) {
  const { actor } = request.identity;
  const found = await seenCase(deps.db, actor, id);
  await recordAccess(deps.db, actor, { kind: 'case', id: found.id, address: request.ip });
  return found;
}

function showOfCase(app: App, deps: Deps): void {
  app.get(
    '/api/cases/:id/intake',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'How a case was taken down: what was tried, the result wanted, the effect',
        params: byId,
        response: { 200: caseIntake },
      },
    },
    async (request) => {
      const { id } = await seen(deps, request, request.params.id);
      return runCommand(deps, request.identity.actor, async (ctx) => {
        const row = await intakeOfCase(ctx.tx, id);
        return { intake: row && (await presentIntake(ctx, row)) };
      });
    },
  );
}

function showShare(app: App, deps: Deps): void {
  app.get(
    '/api/intakes/share',
    {
      config: { access: 'agent' },
      schema: {
        tags,
        summary: 'How many calls and walk-ins were answered at once, and why',
        querystring: intakeShareQuery,
        response: { 200: intakeShare },
      },
    },
    async ({ query }) => {
      const to = query.to ? new Date(query.to) : await instant(deps.db, deps);
      const from = query.from ? new Date(query.from) : plus(to, -usualMs);
      const rows = await countAnswered(deps.db, from, to);
      const because = rows.flatMap(({ reason, count }) => (reason ? [{ reason, count }] : []));
      const sum = (counts: { count: number }[]) =>
        counts.reduce((all, { count }) => all + count, 0);
      return { ended: sum(rows), answered: sum(because), because };
    },
  );
}
