import { incident, incidentChange, incidentPage, newIncident, pageQuery } from '@baton/contract';
import { z } from 'zod';
import type { Db, Tx } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import { byId } from '../../../platform/http-params.ts';
import type { Audit, Routes } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { changeIncident } from '../commands/change-incident.ts';
import { lockAgentOut } from '../commands/lock-agent-out.ts';
import { presentIncident } from '../present-incident.ts';
import { incidentById, listIncidents } from '../store/incidents.ts';

const tags = ['Access'];
const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

const readIncidents: Routes = (app, deps) => {
  app.get(
    '/api/incidents',
    {
      config: { access: 'admin' },
      schema: {
        summary: 'Incidents, the latest first',
        tags,
        querystring: pageQuery,
        response: { 200: incidentPage },
      },
    },
    async ({ query }) => {
      const rows = await listIncidents(deps.db, query.limit, readCursor(query.cursor, cursor));
      const page = pageOf(rows, query.limit, (last) => [last.opened_at.toISOString(), last.id]);
      return { items: page.items.map(presentIncident), next: page.next };
    },
  );

  app.get(
    '/api/incidents/:id',
    {
      config: { access: 'admin' },
      schema: { summary: 'One incident', tags, params: byId, response: { 200: incident } },
    },
    async ({ params: { id } }, reply) => {
      const shown = await shownIncident(deps.db, id);
      sendETag(reply, shown.version);
      return shown;
    },
  );
};

const changeIncidents: Routes = (app, deps) => {
  app.post(
    '/api/incidents',
    {
      config: {
        access: 'admin',
        stepUp: true,
        problems: ['unknown_reference', 'wrong_status', 'last_active_agent'],
        audit: { kind: 'incident', read: 'answer' },
      },
      schema: {
        summary: 'Locks an agent out at once, and opens an incident for what follows from it',
        tags,
        body: newIncident,
        response: { 201: incident },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const { agent: agentId, since, reason } = request.body;
        const id = await lockAgentOut(ctx, { agentId, since: new Date(since), reason });
        return shownIncident(ctx.tx, id);
      }),
  );

  app.patch(
    '/api/incidents/:id',
    {
      config: {
        access: 'admin',
        problems: ['unknown_reference', 'stale_version'],
        audit: auditOfIncident,
      },
      schema: {
        summary: 'Changes owner, window or reason of an incident, closes it, or opens it again',
        tags,
        params: byId,
        body: incidentChange,
        response: { 200: incident },
      },
    },
    async (request, reply) => {
      const on = { id: request.params.id, version: ifMatch(request) };
      const shown = await runCommand(deps, request.identity.actor, async (ctx) => {
        await changeIncident(ctx, on, request.body);
        return shownIncident(ctx.tx, on.id);
      });
      sendETag(reply, shown.version);
      return shown;
    },
  );
};

/** What is written down when something is done about an incident. */
export const auditOfIncident: Audit = {
  kind: 'incident',
  read: async (tx, { id }) => shownIncident(tx, id),
};

async function shownIncident(db: Db | Tx, id: string) {
  const row = await incidentById(db, id);
  if (!row) throw notFound('incident');
  return presentIncident(row);
}

/** Incidents: an agent is locked out, and somebody answers for what follows. */
export const incidentRoutes: Routes[] = [readIncidents, changeIncidents];
