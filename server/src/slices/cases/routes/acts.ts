import {
  caseShape,
  fromDraft,
  message,
  newNote,
  newReopening,
  newReply,
  newSettingAside,
  newSolution,
  newThanks,
  newWait,
  type ProblemCode,
} from '@baton/contract';
import { z } from 'zod';
import { baton } from '../../../kernel/actor.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import type { App } from '../../../platform/http-types.ts';
import type { OnCase } from '../change-case.ts';
import { endDraft } from '../commands/drop-draft.ts';
import { itWasThanks } from '../commands/it-was-thanks.ts';
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

type Input<Body> = OnCase & { body: Body };

/** An act on a case, as a noun under it. */
type Act<Body extends z.ZodType, Answer> = {
  method?: 'DELETE';
  noun: string;
  summary: string;
  body: Body;
  /** Refusals beyond the usual ones. */
  problems?: ProblemCode[];
  /** Whether its body may name the draft from which it was written, which is gone with it. */
  written?: true;
  run: (ctx: Ctx, input: Input<z.output<Body>>) => Promise<Answer>;
};

/** What an owner does with a case: each act is a noun under the case. */
export function actRoutes(app: App, deps: Deps): void {
  sayingRoutes(app, deps);
  statusRoutes(app, deps);
}

function sayingRoutes(app: App, deps: Deps): void {
  say(app, deps, {
    noun: 'replies',
    summary: 'Writes to the customer',
    body: newReply,
    written: true,
    run: (ctx, { body: { waitUntil, ...said }, ...on }) =>
      replyTo(ctx, { ...on, ...said, waitUntil: waitUntil ? new Date(waitUntil) : undefined }),
  });
  say(app, deps, {
    noun: 'notes',
    summary: 'Notes something among ourselves',
    body: newNote,
    written: true,
    run: (ctx, { body, ...on }) => writeNote(ctx, { ...on, ...body }),
  });
  act(app, deps, {
    noun: 'solution',
    summary: 'Solves the case with a written solution',
    body: newSolution,
    written: true,
    problems: ['open_tasks', 'unfilled_blank'],
    run: (ctx, { body, ...on }) => solveCase(ctx, { ...on, ...body }),
  });
}

function statusRoutes(app: App, deps: Deps): void {
  act(app, deps, {
    noun: 'wait',
    summary: 'Waits for the customer',
    body: newWait,
    run: (ctx, { body, ...on }) =>
      waitForCustomer(ctx, { ...on, until: body.until ? new Date(body.until) : null }),
  });
  act(app, deps, {
    method: 'DELETE',
    noun: 'wait',
    summary: 'Stops waiting; the clock goes on',
    body: nothing,
    run: resumeCase,
  });
  act(app, deps, {
    noun: 'reopening',
    summary: 'The solution did not hold',
    body: newReopening,
    run: (ctx, { body, ...on }) => reopenCase(ctx, { ...on, reason: body.reason }),
  });
  act(app, deps, {
    noun: 'thanks',
    summary: 'What opened the case again was thanks: solved, as before',
    body: newThanks,
    run: (ctx, { caseId, version = null }) => itWasThanks(ctx, { caseId, version }),
  });
  act(app, deps, {
    noun: 'setting-aside',
    summary: 'This is not a request',
    body: newSettingAside,
    run: (ctx, { body, ...on }) => setAside(ctx, { ...on, reason: body.reason }),
  });
  act(app, deps, {
    method: 'DELETE',
    noun: 'setting-aside',
    summary: 'It was a request after all',
    body: nothing,
    run: putBack,
  });
}

/** What is taken back needs no words. */
const nothing = z.unknown();

/** An act whose answer is the case as it then stands. */
export function act<Body extends z.ZodType>(
  app: App,
  deps: Deps,
  { run, ...rest }: Act<Body, unknown>,
) {
  const { method = 'POST', noun, summary, body, problems = [], written } = rest;
  const status = method === 'POST' ? 201 : 200;
  app.route({
    method,
    url: `/api/cases/:id/${noun}`,
    config: { access: 'agent', problems: [...refusals, ...problems] },
    schema: {
      tags,
      summary,
      params: caseParams,
      ...(method === 'POST' ? { body } : {}),
      response: { [status]: caseShape },
    },
    handler: async (request, reply) =>
      httpCommand(deps, request, reply, { status }, async (ctx) => {
        const { id: caseId } = caseParams.parse(request.params);
        const on = { caseId, version: ifMatch(request) };
        await run(ctx, { ...on, body: request.body as z.output<Body> });
        if (written) await endDraft(ctx, caseId, draftIn(request.body));
        return answerCase(ctx, reply, caseId);
      }),
  });
}

/** An act that says something; its answer is the message. */
function say<Body extends z.ZodType>(
  app: App,
  deps: Deps,
  { noun, summary, body, written, run }: Act<Body, { messageId: string }>,
): void {
  app.route({
    method: 'POST',
    url: `/api/cases/:id/${noun}`,
    config: { access: 'agent', problems: [...refusals, 'nobody_to_write_to', 'unfilled_blank'] },
    schema: { tags, summary, params: caseParams, body, response: { 201: message } },
    handler: async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const { id: caseId } = caseParams.parse(request.params);
        const on = { caseId, version: ifMatch(request) };
        const said = await run(ctx, { ...on, body: request.body as z.output<Body> });
        if (written) await endDraft(ctx, caseId, draftIn(request.body));
        sendETag(reply, (await seenCase(ctx.tx, baton, caseId)).version);
        return presentMessage((await messageById(ctx.tx, said.messageId))!);
      }),
  });
}

const drafted = z.object({ draft: fromDraft });
const draftIn = (body: unknown) => drafted.parse(body).draft;
