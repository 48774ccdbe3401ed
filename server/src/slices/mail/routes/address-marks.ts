import { addressMarkQuery, addressMarks } from '@baton/contract';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import type { App } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { notFound } from '../../../platform/refusals.ts';
import { presentMark } from '../present.ts';
import { deleteMark, marksOfCase } from '../store/address-marks.ts';
import { seesCase } from '../store/scope.ts';
import { done, tags } from './shared.ts';

/** What is known of the addresses of a case. */
export function addressMarkRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/mail/address-marks',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Addresses of a case that do not take our mail, or whose owners complained',
        tags,
        querystring: addressMarkQuery,
        response: { 200: addressMarks },
      },
    },
    async ({ query, identity: { actor }, ip }) => {
      await mustSee(deps.db, actor, query.case);
      await recordAccess(deps.db, actor, { kind: 'case', id: query.case, address: ip });
      const marks = await marksOfCase(deps.db, query.case);
      return { items: marks.map(presentMark), next: null };
    },
  );

  app.delete(
    '/api/mail/address-marks/:case/:address',
    {
      config: { access: 'agent', notASetting: 'it is work with mail' },
      schema: {
        summary: 'Says that an address of a case is good after all',
        tags,
        params: z.object({ case: z.uuid(), address: z.string().toLowerCase().max(254) }),
        response: { 204: done },
      },
    },
    async ({ params, identity }, reply) => {
      await runCommand(deps, identity.actor, async (ctx) => {
        await mustSee(ctx.tx, ctx.actor, params.case);
        const marks = await marksOfCase(ctx.tx, params.case);
        if (!marks.some(({ address }) => address === params.address)) throw notFound('mark');
        await deleteMark(ctx.tx, params.address);
      });
      return reply.code(204).send();
    },
  );
}

/** @throws Problem not_found for a case that the actor may not see */
async function mustSee(db: Db | Tx, actor: Actor, caseId: string): Promise<void> {
  if (!(await seesCase(db, actor, caseId))) throw notFound('case');
}
