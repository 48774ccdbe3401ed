import { inbound, inboundReading, newInboundAside } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { sendDownload } from '../../../platform/http-download.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { recordAccess } from '../../auth/index.ts';
import { lookInto } from '../commands/look-into.ts';
import { originalOf } from '../commands/original-of.ts';
import { readToRelease, releaseInbound } from '../commands/release-inbound.ts';
import { setInboundAside } from '../commands/set-inbound-aside.ts';
import { presentInbound } from '../present.ts';
import { readApart } from '../transport/read-apart.ts';
import { seenInbound, tags } from './shared.ts';

/** One message looked into, and what a person does with it. */
export function inboundActRoutes(app: App, deps: Deps): void {
  look(app, deps);
  act(app, deps);
}

function look(app: App, deps: Deps): void {
  app.get(
    '/api/mail/inbound/:id/reading',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'A message as it was read, and the way it took',
        tags,
        params: byId,
        response: { 200: inboundReading },
      },
    },
    async ({ params: { id }, identity: { actor }, ip }) => {
      const row = await seenInbound(deps.db, actor, id);
      await recordAccess(deps.db, actor, { kind: 'message', id, address: ip });
      return lookInto(deps, row);
    },
  );

  app.get(
    '/api/mail/inbound/:id/files/:place',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'A file inside a message as it came',
        tags,
        params: z.object({ id: z.uuid(), place: z.coerce.number().int().min(0).max(5000) }),
      },
    },
    async ({ params: { id, place }, identity: { actor }, ip }, reply) => {
      const row = await seenInbound(deps.db, actor, id);
      const original = originalOf({ rawSha256: row.raw_sha256, rawSize: row.raw_size });
      const file = (await readApart(deps, original)).files[place];
      if (!file) throw notFound('file');
      await recordAccess(deps.db, actor, { kind: 'message', id, address: ip });
      return sendDownload(reply, file, deps.storage.get(file.sha256));
    },
  );
}

function act(app: App, deps: Deps): void {
  app.post(
    '/api/mail/inbound/:id/release',
    {
      config: { access: 'lead', notASetting: 'it is work with mail', problems: ['wrong_status'] },
      schema: {
        summary: 'Lets a message that stands apart join its case, or open one',
        tags,
        params: byId,
        response: { 200: inbound },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { actor } = request.identity;
      await seenInbound(deps.db, actor, id);
      const reading = await readToRelease(deps, id);
      return httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await releaseInbound(ctx, id, reading);
        return presentInbound(await seenInbound(ctx.tx, { kind: 'baton', id: null }, id));
      });
    },
  );

  app.post(
    '/api/mail/inbound/:id/set-aside',
    {
      config: {
        access: 'lead',
        notASetting: 'it is work with mail',
        problems: ['wrong_status', 'not_owner'],
      },
      schema: {
        summary: 'Sets a message aside as a whole, with the case that it opened',
        tags,
        params: byId,
        body: newInboundAside,
        response: { 200: inbound },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await seenInbound(deps.db, request.identity.actor, id);
      return httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await setInboundAside(ctx, id, request.body.reason);
        return presentInbound(await seenInbound(ctx.tx, { kind: 'baton', id: null }, id));
      });
    },
  );
}
