import { customRole, customRoleChange, customRoles, newCustomRole } from '@baton/contract';
import { z } from 'zod';
import type { Db, Tx } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { Routes, Audit } from '../../../platform/http-types.ts';
import { only } from '../../../platform/ranks.ts';
import { notFound } from '../../../platform/refusals.ts';
import { changeCustomRole } from '../commands/change-custom-role.ts';
import { createCustomRole } from '../commands/create-custom-role.ts';
import { deleteCustomRole } from '../commands/delete-custom-role.ts';
import { refuseToGiveMore } from '../../../platform/may-give.ts';
import { presentCustomRole } from '../present.ts';
import { customRoleById, listCustomRoles } from '../store/custom-roles.ts';

const tags = ['Access'];
const done = z.undefined().describe('Done');

/** What is written down of a change. */
const audit = {
  kind: 'role',
  read: (tx, { id }) => shownRole(tx, id),
} satisfies Audit;

const readRoles: Routes = (app, deps) => {
  app.get(
    '/api/roles',
    {
      config: { access: 'admin' },
      schema: { summary: 'Custom roles by name', tags, response: { 200: customRoles } },
    },
    async () => ({ items: (await listCustomRoles(deps.db)).map(presentCustomRole) }),
  );
};

const addRoles: Routes = (app, deps) => {
  app.post(
    '/api/roles',
    {
      config: {
        access: 'admin',
        stepUp: true,
        audit: { ...audit, read: 'answer' },
        problems: ['already_exists', 'unknown_reference', 'last_active_agent'],
      },
      schema: {
        summary: 'Adds a custom role',
        tags,
        body: newCustomRole,
        response: { 201: customRole },
      },
    },
    async (request, reply) => {
      refuseToGiveMore(request.identity, [only(request.body.areas)]);
      await httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shownRole(ctx.tx, await createCustomRole(ctx, request.body)),
      );
    },
  );
};

const changeRoles: Routes = (app, deps) => {
  app.patch(
    '/api/roles/:id',
    {
      config: {
        access: 'admin',
        stepUp: true,
        audit,
        problems: ['already_exists', 'unknown_reference', 'last_active_agent'],
      },
      schema: {
        summary: 'Changes a custom role, or who bears it',
        tags,
        params: byId,
        body: customRoleChange,
        response: { 200: customRole },
      },
    },
    async ({ params: { id }, body, identity }) => {
      // Bearing a role is being given all of it, whoever wrote it.
      const role = await customRoleById(deps.db, id);
      refuseToGiveMore(identity, [only({ ...role?.areas, ...body.areas })]);
      return runCommand(deps, identity.actor, async (ctx) => {
        await changeCustomRole(ctx, id, body);
        return shownRole(ctx.tx, id);
      });
    },
  );

  app.delete(
    '/api/roles/:id',
    {
      config: { access: 'admin', stepUp: true, audit, problems: ['last_active_agent'] },
      schema: {
        summary: 'Takes a custom role away',
        tags,
        params: byId,
        response: { 204: done },
      },
    },
    async ({ params: { id }, identity }, reply) => {
      await runCommand(deps, identity.actor, (ctx) => deleteCustomRole(ctx, id));
      return reply.code(204).send();
    },
  );
};

/** Custom roles: a rank of their own in some areas. */
export const customRoleRoutes: Routes[] = [readRoles, addRoles, changeRoles];

async function shownRole(db: Db | Tx, id: string) {
  const row = await customRoleById(db, id);
  if (!row) throw notFound('role');
  return presentCustomRole(row);
}
