import {
  caseShape,
  customerSuggestion,
  id,
  newParticipant,
  participants,
  strangerAnswer,
  takeSuggestion,
} from '@baton/contract';
import { z } from 'zod';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { ifMatch } from '../../../platform/http-etag.ts';
import type { App } from '../../../platform/http-types.ts';
import { customerOfSuggestion } from '../commands/customer-of-suggestion.ts';
import { addParticipant, answerStranger, removeParticipant } from '../commands/people.ts';
import { presentParticipant } from '../present-people.ts';
import { forwardedBy, participantsOfCase } from '../store/people.ts';
import { answerCase, caseParams, noteAccess, seenCase, tags } from './shared.ts';

/** Who takes part in a case from outside. */
export function peopleRoutes(app: App, deps: Deps): void {
  listPeople(app, deps);
  changePeople(app, deps);
  answerStrangers(app, deps);
  suggestCustomer(app, deps);
}

async function shown(db: Db | Tx, caseId: string) {
  const rows = await participantsOfCase(db, caseId);
  return { items: rows.map(presentParticipant), next: null };
}

function listPeople(app: App, deps: Deps): void {
  app.get(
    '/api/cases/:id/participants',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'Who takes part in a case from outside, and who did',
        params: caseParams,
        response: { 200: participants },
      },
    },
    async (request) => {
      const row = await seenCase(deps.db, request.identity.actor, request.params.id);
      await noteAccess(deps, request, { kind: 'case', id: row.id });
      return shown(deps.db, row.id);
    },
  );
}

function changePeople(app: App, deps: Deps): void {
  app.post(
    '/api/cases/:id/participants',
    {
      config: { access: 'agent', problems: ['not_owner', 'stale_version'] },
      schema: {
        tags,
        summary: 'Adds somebody in copy: they get replies, and nothing automatic',
        params: caseParams,
        body: newParticipant,
        response: { 201: participants },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const caseId = request.params.id;
        await addParticipant(ctx, { caseId, version: ifMatch(request), ...request.body });
        return shown(ctx.tx, caseId);
      }),
  );

  app.delete(
    '/api/cases/:id/participants/:participant',
    {
      config: { access: 'agent', problems: ['not_owner', 'stale_version', 'wrong_status'] },
      schema: {
        tags,
        summary: 'Somebody in copy takes part no longer',
        params: z.strictObject({ id, participant: id }),
        response: { 200: participants },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        const { id: caseId, participant } = request.params;
        await removeParticipant(ctx, { caseId, version: ifMatch(request), participant });
        return shown(ctx.tx, caseId);
      }),
  );
}

function answerStrangers(app: App, deps: Deps): void {
  app.post(
    '/api/cases/:id/strangers/:message',
    {
      config: { access: 'agent', problems: ['not_owner', 'stale_version', 'wrong_status'] },
      schema: {
        tags,
        summary: 'Lets the unknown sender of a message take part, or turns them away',
        params: z.strictObject({ id, message: id }),
        body: strangerAnswer,
        response: { 201: caseShape },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const { id: caseId, message } = request.params;
        const on = { caseId, version: ifMatch(request) };
        await answerStranger(ctx, { ...on, message, ...request.body });
        return answerCase(ctx, reply, caseId);
      }),
  );
}

function suggestCustomer(app: App, deps: Deps): void {
  const url = '/api/cases/:id/customer-suggestion';
  app.get(
    url,
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'Who wrote at first what was forwarded to us',
        params: caseParams,
        response: { 200: customerSuggestion },
      },
    },
    async (request) => {
      const row = await seenCase(deps.db, request.identity.actor, request.params.id);
      await noteAccess(deps, request, { kind: 'case', id: row.id });
      const found = await forwardedBy(deps.db, row.id);
      const people = await participantsOfCase(deps.db, row.id);
      const isCustomer = people.some(
        (one) => one.role === 'customer' && !one.leftAt && one.address === found?.address,
      );
      return { suggestion: isCustomer ? null : found };
    },
  );

  app.post(
    url,
    {
      config: {
        access: 'agent',
        problems: ['not_owner', 'stale_version', 'wrong_status', 'unknown_reference'],
      },
      schema: {
        tags,
        summary: 'Whoever was suggested becomes the customer',
        params: caseParams,
        body: takeSuggestion,
        response: { 201: caseShape },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const caseId = request.params.id;
        await customerOfSuggestion(ctx, { caseId, version: ifMatch(request) });
        return answerCase(ctx, reply, caseId);
      }),
  );
}
