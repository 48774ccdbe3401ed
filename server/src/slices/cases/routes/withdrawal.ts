import { caseShape, id, newWithdrawal } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { ifMatch } from '../../../platform/http-etag.ts';
import type { App } from '../../../platform/http-types.ts';
import { withdrawMessage } from '../commands/withdraw-message.ts';
import { answerCase, tags } from './shared.ts';

/** Taking back what one has sent, while it is still held. */
export function withdrawalRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/cases/:id/messages/:message/withdrawal',
    {
      config: { access: 'agent', problems: ['too_late', 'wrong_status', 'stale_version'] },
      schema: {
        tags,
        summary: 'Takes back a reply or solution of yours within ten seconds',
        params: z.strictObject({ id, message: id }),
        body: newWithdrawal,
        response: { 201: caseShape },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const { id: caseId, message } = request.params;
        await withdrawMessage(ctx, { caseId, version: ifMatch(request), message });
        return answerCase(ctx, reply, caseId);
      }),
  );
}
