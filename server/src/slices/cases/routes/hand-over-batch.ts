import { handoverBatch, newHandoverBatch } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import type { App } from '../../../platform/http-types.ts';
import { handOverBatch } from '../commands/hand-over-batch.ts';
import { noteAccess, tags } from './shared.ts';

/** Many cases at once, by topic, customer, team or owner. */
export function handOverBatchRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/hand-overs/batch',
    {
      config: { access: 'agent' },
      schema: {
        tags,
        summary: 'Hands over many cases at once, or shows where each would go',
        body: newHandoverBatch,
        response: { 200: handoverBatch },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        const batch = await handOverBatch(ctx, request.body);
        const ids = batch.cases.map(({ id }) => id);
        await noteAccess(deps, request, { kind: 'list', detail: { list: 'hand-overs', ids } });
        return batch;
      }),
  );
}
