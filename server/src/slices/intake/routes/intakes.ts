import {
  intake,
  intakeAnswer,
  intakeChange,
  intakeEnding,
  newAssurance,
  newIntake,
  openIntake,
  printedReceipt,
} from '@baton/contract';
import { z } from 'zod';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { assure } from '../commands/assure.ts';
import { beginIntake } from '../commands/begin-intake.ts';
import { dropIntake } from '../commands/drop-intake.ts';
import { answerAtIntake, endIntake } from '../commands/end-intake.ts';
import { printReceipt } from '../commands/print-receipt.ts';
import { saveIntake } from '../commands/save-intake.ts';
import { presentIntake } from '../present-intake.ts';
import { intakeById, openIntakeOf } from '../store/intakes.ts';

const tags = ['Cases'];

/** What one takes down while a customer speaks. */
export function intakeRoutes(app: App, deps: Deps): void {
  for (const add of [showOpen, begin, save, assuring, ending, answering, drop, print]) {
    add(app, deps);
  }
}

function showOpen(app: App, deps: Deps): void {
  app.get(
    '/api/intakes/open',
    {
      config: { access: 'agent' },
      schema: {
        tags,
        summary: 'What you are taking down and have not ended',
        response: { 200: openIntake },
      },
    },
    async ({ identity: { actor }, ip }) =>
      runCommand(deps, actor, async (ctx) => {
        const row = await openIntakeOf(ctx.tx, actor.id);
        if (row?.caseId) {
          await recordAccess(ctx.tx, actor, { kind: 'case', id: row.caseId, address: ip });
        }
        return { intake: row && (await presentIntake(ctx, row)) };
      }),
  );
}

function begin(app: App, deps: Deps): void {
  app.post(
    '/api/intakes',
    {
      config: { access: 'agent', problems: ['already_exists', 'unknown_reference'] },
      schema: {
        tags,
        summary: 'A customer calls or walks in; the times of a call begin now',
        body: newIntake,
        response: { 201: intake },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        answer(ctx, await beginIntake(ctx, request.body)),
      ),
  );
}

function save(app: App, deps: Deps): void {
  app.patch(
    '/api/intakes/:id',
    {
      config: {
        access: 'agent',
        problems: ['wrong_status', 'unknown_reference', 'not_owner', 'no_one_to_hold_it'],
      },
      schema: {
        tags,
        summary: 'Keeps what was typed; with a name and a sentence it is a case',
        params: byId,
        body: intakeChange,
        response: { 200: intake },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await saveIntake(ctx, request.params.id, request.body);
        return answer(ctx, request.params.id);
      }),
  );
}

function assuring(app: App, deps: Deps): void {
  app.post(
    '/api/intakes/:id/assurance',
    {
      config: { access: 'agent', problems: ['wrong_status'] },
      schema: {
        tags,
        summary: 'The customer was told that the problem is ours now',
        params: byId,
        body: newAssurance,
        response: { 201: intake },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        await assure(ctx, request.params.id, request.body.by);
        return answer(ctx, request.params.id);
      }),
  );
}

function ending(app: App, deps: Deps): void {
  app.post(
    '/api/intakes/:id/ending',
    {
      config: { access: 'agent', problems: ['wrong_status', 'not_owner'] },
      schema: {
        tags,
        summary: 'The customer has said everything; the receipt goes out',
        params: byId,
        body: intakeEnding,
        response: { 201: intake },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        await endIntake(ctx, request.params.id);
        return answer(ctx, request.params.id);
      }),
  );
}

function answering(app: App, deps: Deps): void {
  app.post(
    '/api/intakes/:id/answer',
    {
      config: { access: 'agent', problems: ['wrong_status', 'not_owner', 'open_tasks'] },
      schema: {
        tags,
        summary: 'Answered while the customer is there: solved at once, for a reason',
        params: byId,
        body: intakeAnswer,
        response: { 201: intake },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        await answerAtIntake(ctx, request.params.id, request.body);
        return answer(ctx, request.params.id);
      }),
  );
}

function drop(app: App, deps: Deps): void {
  app.delete(
    '/api/intakes/:id',
    {
      config: { access: 'agent', problems: ['wrong_status'] },
      schema: {
        tags,
        summary: 'Nobody was there, or it was begun by mistake',
        params: byId,
        response: { 204: z.null() },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 204 }, (ctx) =>
        dropIntake(ctx, request.params.id),
      ),
  );
}

function print(app: App, deps: Deps): void {
  app.post(
    '/api/intakes/:id/printed-receipt',
    {
      config: { access: 'agent', problems: ['wrong_status'] },
      schema: {
        tags,
        summary: 'The receipt on paper, for a customer whom no mail reaches',
        params: byId,
        body: z.strictObject({}),
        response: { 201: printedReceipt },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, (ctx) =>
        printReceipt(ctx, request.params.id),
      ),
  );
}

async function answer(ctx: Ctx, id: string) {
  return presentIntake(ctx, (await intakeById(ctx.tx, id))!);
}
