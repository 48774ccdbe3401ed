import {
  caseShape,
  message,
  newNote,
  newReopening,
  newReply,
  newSettingAside,
  newSolution,
  newWait,
  type ProblemCode,
} from '@baton/contract';
import type { z } from 'zod';
import { baton } from '../../../kernel/actor.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import type { App } from '../../../platform/http-types.ts';
import type { OnCase } from '../change-case.ts';
import { reopenCase } from '../commands/reopen-case.ts';
import { reply as replyTo } from '../commands/reply.ts';
import { putBack, setAside } from '../commands/set-aside.ts';
import { solveCase } from '../commands/solve-case.ts';
import { resumeCase, waitForCustomer } from '../commands/wait-for-customer.ts';
import { writeNote } from '../commands/write-note.ts';
import { presentMessage } from '../present.ts';
import { messageById } from '../store/messages.ts';
import { answerCase, caseParams, seenCase, tags } from './shared.ts';

const refusals: ProblemCode[] = ['not_owner', 'stale_version', 'wrong_status'];

type ActInput<Body> = OnCase & { body: Body };

/** What an owner does with a case: each act is a noun under the case. */
export function actRoutes(app: App, deps: Deps): void {
  /** An act whose answer is the case as it then stands. */
  function act<Body extends z.ZodType>(
    method: 'POST' | 'DELETE',
    noun: string,
    summary: string,
    body: Body | null,
    run: (ctx: Ctx, input: ActInput<z.output<Body>>) => Promise<unknown>,
  ): void {
    const status = method === 'POST' ? 201 : 200;
    app.route({
      method,
      url: `/api/cases/:id/${noun}`,
      config: { access: 'agent', problems: refusals },
      schema: {
        tags,
        summary,
        params: caseParams,
        ...(body ? { body } : {}),
        response: { [status]: caseShape },
      },
      handler: async (request, reply) =>
        httpCommand(deps, request, reply, { status }, async (ctx) => {
          const { id: caseId } = caseParams.parse(request.params);
          const on = { caseId, version: ifMatch(request) };
          await run(ctx, { ...on, body: request.body as z.output<Body> });
          return answerCase(ctx, reply, caseId);
        }),
    });
  }

  /** An act that says something; its answer is the message. */
  function say<Body extends z.ZodType>(
    noun: string,
    summary: string,
    body: Body,
    run: (ctx: Ctx, input: ActInput<z.output<Body>>) => Promise<{ messageId: string }>,
  ): void {
    app.route({
      method: 'POST',
      url: `/api/cases/:id/${noun}`,
      config: { access: 'agent', problems: [...refusals, 'nobody_to_write_to'] },
      schema: { tags, summary, params: caseParams, body, response: { 201: message } },
      handler: async (request, reply) =>
        httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
          const { id: caseId } = caseParams.parse(request.params);
          const on = { caseId, version: ifMatch(request) };
          const said = await run(ctx, { ...on, body: request.body as z.output<Body> });
          sendETag(reply, (await seenCase(ctx.tx, baton, caseId)).version);
          return presentMessage((await messageById(ctx.tx, said.messageId))!);
        }),
    });
  }

  say('replies', 'Writes to the customer', newReply, (ctx, { body, ...on }) =>
    replyTo(ctx, {
      ...on,
      text: body.text,
      files: body.files,
      waitUntil: body.waitUntil ? new Date(body.waitUntil) : undefined,
    }),
  );
  say('notes', 'Notes something among ourselves', newNote, (ctx, { body, ...on }) =>
    writeNote(ctx, { ...on, ...body }),
  );
  act('POST', 'solution', 'Solves the case with a written solution', newSolution, (ctx, input) =>
    solveCase(ctx, { ...input, ...input.body }),
  );
  act('POST', 'wait', 'Waits for the customer', newWait, (ctx, { body, ...on }) =>
    waitForCustomer(ctx, { ...on, until: body.until ? new Date(body.until) : null }),
  );
  act('DELETE', 'wait', 'Stops waiting; the clock goes on', null, resumeCase);
  act('POST', 'reopening', 'The solution did not hold', newReopening, (ctx, { body, ...on }) =>
    reopenCase(ctx, { ...on, reason: body.reason }),
  );
  act('POST', 'setting-aside', 'This is not a request', newSettingAside, (ctx, { body, ...on }) =>
    setAside(ctx, { ...on, reason: body.reason }),
  );
  act('DELETE', 'setting-aside', 'It was a request after all', null, putBack);
}
