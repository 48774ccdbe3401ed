import { customerMoods, newMood } from '@baton/contract';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { recordAccess } from '../../auth/index.ts';
import { noteMood } from '../commands/note-mood.ts';
import { presentMood } from '../present.ts';
import { moodsOf } from '../store/moods.ts';
import { type CustomerHooks, seenCustomer } from './seen.ts';

const tags = ['Customers'];
const path = '/api/customers/:id/moods';

/** How a customer seemed to whoever spoke with them. */
export function moodRoutes(app: App, deps: Deps, hooks: CustomerHooks): void {
  const { scope, isCaseOf } = hooks;
  const shown = async (db: Db | Tx, actor: Actor, id: string) => {
    const rows = await moodsOf(db, id, await hooks.caseScope(db, actor));
    return { items: rows.map(presentMood), next: null };
  };

  app.get(
    path,
    {
      config: { access: 'reader' },
      schema: {
        summary: 'How a customer seemed, the latest first',
        tags,
        params: byId,
        response: { 200: customerMoods },
      },
    },
    async ({ params: { id }, identity: { actor }, ip }) => {
      await seenCustomer(deps.db, id, actor, scope);
      await recordAccess(deps.db, actor, { kind: 'customer', id, address: ip });
      return shown(deps.db, actor, id);
    },
  );

  app.post(
    path,
    {
      config: { access: 'agent', problems: ['wrong_status', 'unknown_reference'] },
      schema: {
        summary: 'Says how a customer seemed, at a case or at none',
        tags,
        params: byId,
        body: newMood,
        response: { 201: customerMoods },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      await httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        await seenCustomer(ctx.tx, params.id, ctx.actor, scope);
        if (body.case && !(await isCaseOf(ctx, body.case, params.id))) {
          throw unknownReference('case', 'not_theirs');
        }
        await noteMood(ctx, params.id, { mood: body.mood, caseId: body.case });
        return shown(ctx.tx, ctx.actor, params.id);
      });
    },
  );
}
