import {
  newHelp,
  newTask,
  pageQuery,
  type ProblemCode,
  task,
  taskCompletion,
  taskPage,
  taskQuery,
  taskRefusal,
  taskWithdrawal,
} from '@baton/contract';
import { z } from 'zod';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { ifMatch } from '../../../platform/http-etag.ts';
import type { App } from '../../../platform/http-types.ts';
import { finishTask, refuseTask, withdrawTask } from '../commands/answer-task.ts';
import { askForHelp } from '../commands/ask-for-help.ts';
import { askTask } from '../commands/ask-task.ts';
import { endDraft } from '../commands/drop-draft.ts';
import { presentTask } from '../present-task.ts';
import { shownTask, tasksOfAgent, tasksOfCase } from '../store/tasks.ts';
import { caseParams, noteAccess, seenCase, tags } from './shared.ts';

const after = z.tuple([z.iso.datetime(), z.uuid()]);
const refusals: ProblemCode[] = ['not_owner', 'stale_version', 'wrong_status', 'unknown_reference'];

/** What others are asked to do on a case, and what you are asked to do. */
export function taskRoutes(app: App, deps: Deps): void {
  for (const add of [listOfCase, askOnCase, askHelp, listMine, answers]) add(app, deps);
}

function listOfCase(app: App, deps: Deps): void {
  app.get(
    '/api/cases/:id/tasks',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'What others were asked to do on a case, oldest first',
        params: caseParams,
        querystring: pageQuery,
        response: { 200: taskPage },
      },
    },
    async (request) => {
      const row = await seenCase(deps.db, request.identity.actor, request.params.id);
      await noteAccess(deps, request, { kind: 'case', id: row.id });
      const { limit, cursor } = request.query;
      const rows = await tasksOfCase(deps.db, row.id, readCursor(cursor, after), limit + 1);
      const page = pageOf(rows, limit, (last) => [last.asked_at.toISOString(), last.id]);
      return { items: page.items.map(presentTask), next: page.next };
    },
  );
}

function askOnCase(app: App, deps: Deps): void {
  app.post(
    '/api/cases/:id/tasks',
    {
      config: { access: 'agent', problems: refusals },
      schema: {
        tags,
        summary: 'Asks an agent to do something on a case; it stays in the same hands',
        params: caseParams,
        body: newTask,
        response: { 201: task },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const on = { caseId: request.params.id, version: ifMatch(request) };
        const { agent, what, due, draft } = request.body;
        const asked = await askTask(ctx, { ...on, agent, what, due: instantOf(due) });
        await endDraft(ctx, on.caseId, draft);
        return answerTask(ctx, asked);
      }),
  );
}

function askHelp(app: App, deps: Deps): void {
  app.post(
    '/api/cases/:id/help',
    {
      config: { access: 'agent', problems: [...refusals, 'nobody_to_ask'] },
      schema: {
        tags,
        summary: 'Asks the next adviser of the topic who was not asked yet',
        params: caseParams,
        body: newHelp,
        response: { 201: task },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const on = { caseId: request.params.id, version: ifMatch(request) };
        const { what, due } = request.body;
        return answerTask(ctx, await askForHelp(ctx, { ...on, what, due: instantOf(due) }));
      }),
  );
}

function listMine(app: App, deps: Deps): void {
  app.get(
    '/api/tasks',
    {
      config: { access: 'agent' },
      schema: {
        tags,
        summary: 'What you were asked to do, the soonest first',
        querystring: taskQuery,
        response: { 200: taskPage },
      },
    },
    async (request) => {
      const { limit, cursor, state } = request.query;
      const { actor } = request.identity;
      const from = readCursor(cursor, after);
      const rows = await tasksOfAgent(deps.db, actor.id, state, from, limit + 1);
      const page = pageOf(rows, limit, (last) => [last.due_at.toISOString(), last.id]);
      const ids = page.items.map(({ case_id }) => case_id);
      await noteAccess(deps, request, { kind: 'list', detail: { list: 'tasks', ids } });
      return { items: page.items.map(presentTask), next: page.next };
    },
  );
}

function answers(app: App, deps: Deps): void {
  answer(app, deps, {
    noun: 'completion',
    summary: 'It is done',
    body: taskCompletion,
    run: (ctx, taskId, said) => finishTask(ctx, { taskId, answer: said.answer }),
  });
  answer(app, deps, {
    noun: 'refusal',
    summary: 'You do not do it, and say why',
    body: taskRefusal,
    run: (ctx, taskId, { reason }) => refuseTask(ctx, { taskId, reason }),
  });
  answer(app, deps, {
    noun: 'withdrawal',
    summary: 'It need not be done any more',
    body: taskWithdrawal,
    run: (ctx, taskId) => withdrawTask(ctx, { taskId }),
  });
}

type Answer<Body extends z.ZodType> = {
  noun: string;
  summary: string;
  body: Body;
  run: (ctx: Ctx, taskId: string, body: z.output<Body>) => Promise<void>;
};

function answer<Body extends z.ZodType>(app: App, deps: Deps, one: Answer<Body>): void {
  const { noun, summary, body, run } = one;
  app.route({
    method: 'POST',
    url: `/api/tasks/:id/${noun}`,
    config: { access: 'agent', problems: ['not_owner', 'wrong_status'] },
    schema: { tags, summary, params: caseParams, body, response: { 201: task } },
    handler: async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const { id: taskId } = caseParams.parse(request.params);
        await run(ctx, taskId, request.body as z.output<Body>);
        return answerTask(ctx, { taskId });
      }),
  });
}

async function answerTask(ctx: Ctx, { taskId }: { taskId: string }) {
  return presentTask((await shownTask(ctx.tx, taskId))!);
}

function instantOf(due: string | undefined): Date | undefined {
  return due === undefined ? undefined : new Date(due);
}
