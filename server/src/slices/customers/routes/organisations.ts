import {
  newOrganisation,
  organisation,
  organisationChange,
  organisationPage,
  organisationQuery,
} from '@baton/contract';
import { z } from 'zod';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { changeOrganisation, createOrganisation } from '../commands/organisations.ts';
import { presentOrganisation } from '../present.ts';
import { listOrganisations, organisationById } from '../store/organisations.ts';

const tags = ['Customers'];
const cursor = z.tuple([z.string(), z.uuid()]);

/**
 * Organisations to which customers belong. Their names are known to all who work here, so that
 * nobody writes one down twice; who belongs to one is shown as far as one sees customers.
 */
export function organisationRoutes(app: App, deps: Deps): void {
  readOrganisations(app, deps);
  writeOrganisations(app, deps);
}

function readOrganisations(app: App, deps: Deps): void {
  app.get(
    '/api/organisations',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Organisations by name; ?q= finds by the beginning of a word',
        tags,
        querystring: organisationQuery,
        response: { 200: organisationPage },
      },
    },
    async ({ query }) => {
      const search = { ...query, after: readCursor(query.cursor, cursor) };
      const rows = await listOrganisations(deps.db, search);
      const page = pageOf(rows, query.limit, (last) => [last.name, last.id]);
      return { items: page.items.map(presentOrganisation), next: page.next };
    },
  );

  app.get(
    '/api/organisations/:id',
    {
      config: { access: 'reader' },
      schema: { summary: 'One organisation', tags, params: byId, response: { 200: organisation } },
    },
    async ({ params }, reply) => shown(deps.db, params.id, reply),
  );
}

function writeOrganisations(app: App, deps: Deps): void {
  app.post(
    '/api/organisations',
    {
      config: { access: 'agent', problems: ['already_exists'] },
      schema: {
        summary: 'Writes an organisation down',
        tags,
        body: newOrganisation,
        response: { 201: organisation },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shown(ctx.tx, await createOrganisation(ctx, request.body), reply),
      ),
  );

  app.patch(
    '/api/organisations/:id',
    {
      config: { access: 'agent', problems: ['already_exists', 'stale_version'] },
      schema: {
        summary: 'Changes an organisation; If-Match refuses where somebody else was faster',
        tags,
        params: byId,
        body: organisationChange,
        response: { 200: organisation },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      await httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await changeOrganisation(ctx, params.id, body, ifMatch(request));
        return shown(ctx.tx, params.id, reply);
      });
    },
  );
}

async function shown(
  db: Db | Tx,
  id: string,
  reply: { header(name: 'etag', value: string): unknown },
) {
  const row = await organisationById(db, id);
  if (!row) throw notFound('organisation');
  sendETag(reply, row.version);
  return presentOrganisation(row);
}
