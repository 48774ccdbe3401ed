import {
  channel,
  channelChange,
  channelPage,
  channelProbe,
  newChannel,
  pageQuery,
} from '@baton/contract';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { instant, runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App, Audit } from '../../../platform/http-types.ts';
import { changeChannel } from '../commands/change-channel.ts';
import { createChannel } from '../commands/create-channel.ts';
import { deleteChannel } from '../commands/delete-channel.ts';
import { pauseChannel } from '../commands/pause-channel.ts';
import { probeChannel } from '../commands/probe-channel.ts';
import { presentChannel } from '../present.ts';
import { presentProbe } from '../present-channel.ts';
import { notFound } from '../../../platform/refusals.ts';
import { listChannels } from '../store/channels.ts';
import { probesOf } from '../store/probes.ts';
import { cursor, done, tags } from './shared.ts';

/** What is written down of a change. */
const audit = {
  kind: 'channel',
  read: (tx, { id }, { deps }) => shownChannel(deps, tx, id),
} satisfies Audit;

/** Where mail comes in. */
export function channelRoutes(app: App, deps: Deps): void {
  readChannels(app, deps);
  writeChannels(app, deps);
  pauses(app, deps);
  probes(app, deps);
}

function readChannels(app: App, deps: Deps): void {
  app.get(
    '/api/mail/channels',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Where mail comes in, in the order in which it was set up',
        tags,
        querystring: pageQuery,
        response: { 200: channelPage },
      },
    },
    async ({ query }) => {
      const after = readCursor(query.cursor, cursor);
      const rows = await listChannels(deps.db, {
        limit: query.limit,
        after: after && { createdAt: new Date(after[0]), id: after[1] },
      });
      const page = pageOf(rows, query.limit, (last) => [last.createdAt.toISOString(), last.id]);
      const now = await instant(deps.db, deps);
      return { items: page.items.map((row) => presentChannel(row, now)), next: page.next };
    },
  );

  app.get(
    '/api/mail/channels/:id',
    {
      config: { access: 'reader' },
      schema: { summary: 'One channel', tags, params: byId, response: { 200: channel } },
    },
    async ({ params: { id } }) => shownChannel(deps, deps.db, id),
  );
}

function writeChannels(app: App, deps: Deps): void {
  app.post(
    '/api/mail/channels',
    {
      config: {
        access: 'admin',
        audit: { ...audit, read: 'answer' },
        problems: ['already_exists', 'unknown_reference'],
      },
      schema: {
        summary: 'Adds an address; once there is one, unknown recipients are refused',
        tags,
        body: newChannel,
        response: { 201: channel },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shownChannel(deps, ctx.tx, await createChannel(ctx, request.body)),
      ),
  );

  app.patch(
    '/api/mail/channels/:id',
    {
      config: { access: 'admin', audit, problems: ['already_exists', 'unknown_reference'] },
      schema: {
        summary: 'Changes a channel',
        tags,
        params: byId,
        body: channelChange,
        response: { 200: channel },
      },
    },
    async ({ params: { id }, body, identity }) =>
      runCommand(deps, identity.actor, async (ctx) => {
        await changeChannel(ctx, id, body);
        return shownChannel(deps, ctx.tx, id);
      }),
  );

  app.delete(
    '/api/mail/channels/:id',
    {
      config: { access: 'admin', audit, problems: ['still_in_use'] },
      schema: {
        summary: 'Takes away a channel through which nothing came',
        tags,
        params: byId,
        response: { 204: done },
      },
    },
    async ({ params: { id }, identity }, reply) => {
      await runCommand(deps, identity.actor, (ctx) => deleteChannel(ctx, id));
      return reply.code(204).send();
    },
  );
}

function pauses(app: App, deps: Deps): void {
  for (const [act, summary] of [
    ['pause', 'Has nothing taken for a while: mailboxes wait, and senders are asked to come again'],
    ['resume', 'Has mail taken again; what waited comes in'],
  ] as const) {
    app.post(
      `/api/mail/channels/:id/${act}`,
      {
        config: { access: 'admin', audit },
        schema: { summary, tags, params: byId, response: { 200: channel } },
      },
      async (request, reply) => {
        const { id } = request.params;
        return httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
          await pauseChannel(ctx, id, act === 'pause');
          return shownChannel(deps, ctx.tx, id);
        });
      },
    );
  }
}

function probes(app: App, deps: Deps): void {
  const shownProbe = async (db: Db | Tx, id: string) =>
    presentProbe(await probesOf(db, id), await instant(db, deps));

  app.get(
    '/api/mail/channels/:id/probe',
    {
      config: { access: 'lead' },
      schema: {
        summary: 'What was found out about the reply addresses of a channel',
        tags,
        params: byId,
        response: { 200: channelProbe },
      },
    },
    async ({ params: { id } }) => shownProbe(deps.db, id),
  );

  app.post(
    '/api/mail/channels/:id/probe',
    {
      config: {
        access: 'admin',
        notASetting: 'it only finds something out',
        problems: ['wrong_status'],
      },
      schema: {
        summary: 'Finds out, by letters to ourselves, which reply addresses arrive',
        tags,
        params: byId,
        response: { 202: channelProbe },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      return httpCommand(deps, request, reply, { status: 202 }, async (ctx) => {
        await probeChannel(ctx, id);
        return shownProbe(ctx.tx, id);
      });
    },
  );
}

async function shownChannel(deps: Deps, db: Db | Tx, id: string) {
  const [row] = await listChannels(db, { limit: 1, id });
  if (!row) throw notFound('channel');
  return presentChannel(row, await instant(db, deps));
}
