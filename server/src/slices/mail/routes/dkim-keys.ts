import { dkimCheck, dkimKey, dkimKeys, newDkimKey } from '@baton/contract';
import { z } from 'zod';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import type { Deps } from '../../../platform/context.ts';
import type { App } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { addDkimKey, removeDkimKey } from '../commands/dkim-keys.ts';
import { presentDkimKey, recordOf } from '../present-dkim.ts';
import { dkimKeyOf, listDkimKeys } from '../store/dkim-keys.ts';
import { checkRecord } from '../transport/check-record.ts';
import { done, tags } from './shared.ts';

const ofDomain = z.object({ domain: z.string().toLowerCase().max(253) });

function readKeys(app: App, deps: Deps): void {
  app.get(
    '/api/mail/dkim-keys',
    {
      config: { access: 'reader' },
      schema: { summary: 'Keys that sign outgoing mail', tags, response: { 200: dkimKeys } },
    },
    async () => ({ items: (await listDkimKeys(deps.db)).map(presentDkimKey) }),
  );

  app.post(
    '/api/mail/dkim-keys/:domain/check',
    {
      config: {
        access: 'admin',
        notASetting: 'it only asks the DNS',
        withoutKey: 'it only asks the DNS and changes nothing.',
      },
      schema: {
        summary: 'Whether the DNS publishes the record',
        tags,
        params: ofDomain,
        response: { 200: dkimCheck },
      },
    },
    async ({ params: { domain } }) => {
      const key = await dkimKeyOf(deps.db, domain);
      if (!key) throw notFound('key');
      return { state: await checkRecord(recordOf(key).name, key.publicKey) };
    },
  );
}

function changeKeys(app: App, deps: Deps): void {
  app.post(
    '/api/mail/dkim-keys',
    {
      config: {
        access: 'admin',
        stepUp: true,
        audit: { kind: 'dkim_key', read: 'answer' },
        problems: ['already_exists'],
      },
      schema: {
        summary: 'Signs outgoing mail of a domain from now on; answers with the record to publish',
        tags,
        body: newDkimKey,
        response: { 201: dkimKey },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        presentDkimKey(await addDkimKey(ctx, request.body)),
      ),
  );

  app.delete(
    '/api/mail/dkim-keys/:domain',
    {
      config: {
        access: 'admin',
        stepUp: true,
        audit: {
          kind: 'dkim_key',
          read: async (tx, { domain }) => {
            const key = await dkimKeyOf(tx, domain!);
            return key && presentDkimKey(key);
          },
        },
      },
      schema: {
        summary: 'Signs outgoing mail of a domain no longer',
        tags,
        params: ofDomain,
        response: { 204: done },
      },
    },
    async ({ params: { domain }, identity }, reply) => {
      await runCommand(deps, identity.actor, (ctx) => removeDkimKey(ctx, domain));
      return reply.code(204).send();
    },
  );
}

/** The keys that sign what leaves. */
export function dkimRoutes(app: App, deps: Deps): void {
  readKeys(app, deps);
  changeKeys(app, deps);
}
