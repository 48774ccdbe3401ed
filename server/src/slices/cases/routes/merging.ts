import { caseShape, id, newMerging, newSplit } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { ifMatch } from '../../../platform/http-etag.ts';
import type { App } from '../../../platform/http-types.ts';
import { mergeCase } from '../commands/merge-case.ts';
import { splitMessage } from '../commands/split-message.ts';
import { unmergeCase } from '../commands/unmerge-case.ts';
import { act } from './acts.ts';
import { answerCase, tags } from './shared.ts';

/** Two cases that are one, and one that is two. */
export function mergeRoutes(app: App, deps: Deps): void {
  act(app, deps, {
    noun: 'merging',
    summary: 'This case and another one are one; the other one survives',
    body: newMerging,
    run: (ctx, { body, ...on }) => mergeCase(ctx, { ...on, ...body }),
  });
  act(app, deps, {
    method: 'DELETE',
    noun: 'merging',
    summary: 'They are two cases after all',
    body: z.unknown(),
    run: unmergeCase,
  });

  app.post(
    '/api/cases/:id/messages/:message/split',
    {
      config: {
        access: 'agent',
        problems: ['not_owner', 'stale_version', 'wrong_status', 'no_one_to_hold_it'],
      },
      schema: {
        tags,
        summary: 'A message opens a case of its own; answers with that case',
        params: z.strictObject({ id, message: id }),
        body: newSplit,
        response: { 201: caseShape },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const { id: caseId, message } = request.params;
        const on = { caseId, version: ifMatch(request) };
        const opened = await splitMessage(ctx, { ...on, message, ...request.body });
        return answerCase(ctx, reply, opened);
      }),
  );
}
