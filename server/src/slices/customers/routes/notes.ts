import { customerNote, customerNotes, id, newCustomerNote } from '@baton/contract';
import { z } from 'zod';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { recordAccess } from '../../auth/index.ts';
import { addNote, editNote, removeNote } from '../commands/notes.ts';
import { presentNote } from '../present.ts';
import type { CustomerScope } from '../store/customers.ts';
import { noteOf, notesOf } from '../store/notes.ts';
import { seenCustomer } from './seen.ts';

const tags = ['Customers'];
const path = '/api/customers/:id/notes';
const one = byId.extend({ note: id });

/** What whoever speaks to a customer next should know. */
export function noteRoutes(app: App, deps: Deps, scope: CustomerScope): void {
  app.get(
    path,
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Notes on a customer, the latest first',
        tags,
        params: byId,
        response: { 200: customerNotes },
      },
    },
    async ({ params, identity: { actor }, ip }) => {
      await seenCustomer(deps.db, params.id, actor, scope);
      await recordAccess(deps.db, actor, { kind: 'customer', id: params.id, address: ip });
      return { items: (await notesOf(deps.db, params.id)).map(presentNote), next: null };
    },
  );

  app.post(
    path,
    {
      config: { access: 'agent', problems: ['wrong_status'] },
      schema: {
        summary: 'Writes a note on a customer',
        tags,
        params: byId,
        body: newCustomerNote,
        response: { 201: customerNote },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      await httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        await seenCustomer(ctx.tx, params.id, ctx.actor, scope);
        return shown(ctx.tx, params.id, await addNote(ctx, params.id, body.text));
      });
    },
  );

  changeNotes(app, deps, scope);
}

function changeNotes(app: App, deps: Deps, scope: CustomerScope): void {
  app.patch(
    `${path}/:note`,
    {
      config: { access: 'agent', problems: ['wrong_status'] },
      schema: {
        summary: 'Puts a note of one’s own right',
        tags,
        params: one,
        body: newCustomerNote,
        response: { 200: customerNote },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      await httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await seenCustomer(ctx.tx, params.id, ctx.actor, scope);
        await editNote(ctx, params.id, params.note, body.text);
        return shown(ctx.tx, params.id, params.note);
      });
    },
  );

  app.delete(
    `${path}/:note`,
    {
      config: { access: 'agent', problems: ['wrong_status'] },
      schema: {
        summary: 'Takes a note of one’s own away',
        tags,
        params: one,
        response: { 204: z.undefined().describe('Done') },
      },
    },
    async (request, reply) => {
      const { params } = request;
      await httpCommand(deps, request, reply, { status: 204 }, async (ctx) => {
        await seenCustomer(ctx.tx, params.id, ctx.actor, scope);
        await removeNote(ctx, params.id, params.note);
      });
    },
  );
}

async function shown(db: Db | Tx, customerId: string, noteId: string) {
  const note = await noteOf(db, customerId, noteId);
  if (!note) throw notFound('note');
  return presentNote(note);
}
