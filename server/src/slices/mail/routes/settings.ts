import {
  blockedSender,
  blockedSenderPage,
  mailSettings,
  mailSettingsChange,
  newBlockedSender,
  pageQuery,
} from '@baton/contract';
import { z } from 'zod';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import type { App } from '../../../platform/http-types.ts';
import { blockSender, unblockSender } from '../commands/block-sender.ts';
import { changeSettings } from '../commands/change-settings.ts';
import { presentBlockedSender } from '../present.ts';
import { blockedSenderNamed, listBlockedSenders } from '../store/blocked-senders.ts';
import { readLimits } from '../store/limits.ts';
import { readTrustedHosts } from '../store/settings.ts';
import { done, tags } from './shared.ts';

/** Whose mail is set aside, and whose word on a sender is believed. */
export function settingsRoutes(app: App, deps: Deps): void {
  blockedSenders(app, deps);
  blocking(app, deps);

  app.get(
    '/api/mail/settings',
    {
      config: { access: 'reader' },
      schema: { summary: 'Settings of the mail', tags, response: { 200: mailSettings } },
    },
    async () => settingsOf(deps.db),
  );

  app.patch(
    '/api/mail/settings',
    {
      config: { access: 'admin', audit: { kind: 'mail_settings', read: (tx) => settingsOf(tx) } },
      schema: {
        summary: 'Changes whose Authentication-Results are believed, and how much is too much',
        tags,
        body: mailSettingsChange,
        response: { 200: mailSettings },
      },
    },
    async ({ body, identity }) =>
      runCommand(deps, identity.actor, async (ctx) => {
        await changeSettings(ctx, body);
        return settingsOf(ctx.tx);
      }),
  );
}

async function settingsOf(db: Db | Tx) {
  return { trustedHosts: await readTrustedHosts(db), limits: await readLimits(db) };
}

function blockedSenders(app: App, deps: Deps): void {
  app.get(
    '/api/mail/blocked-senders',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'Whose mail is set aside',
        tags,
        querystring: pageQuery,
        response: { 200: blockedSenderPage },
      },
    },
    async ({ query }) => {
      const [after] = readCursor(query.cursor, z.tuple([z.string()])) ?? [];
      const rows = await listBlockedSenders(deps.db, query.limit, after);
      const page = pageOf(rows, query.limit, (last) => [last.sender]);
      return { items: page.items.map(presentBlockedSender), next: page.next };
    },
  );
}

function blocking(app: App, deps: Deps): void {
  app.post(
    '/api/mail/blocked-senders',
    {
      config: {
        access: 'admin',
        audit: { kind: 'blocked_sender', read: 'answer' },
        problems: ['already_exists'],
      },
      schema: {
        summary: 'Sets the mail of a sender aside from now on',
        tags,
        body: newBlockedSender,
        response: { 201: blockedSender },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const { sender } = request.body;
        await blockSender(ctx, sender);
        return presentBlockedSender({ sender, createdAt: ctx.now });
      }),
  );

  app.delete(
    '/api/mail/blocked-senders/:sender',
    {
      config: {
        access: 'admin',
        audit: {
          kind: 'blocked_sender',
          read: (tx, { sender }) => blockedSenderNamed(tx, sender!),
        },
      },
      schema: {
        summary: 'Takes the mail of a sender again',
        tags,
        params: z.object({ sender: z.string().toLowerCase().max(254) }),
        response: { 204: done },
      },
    },
    async ({ params: { sender }, identity }, reply) => {
      await runCommand(deps, identity.actor, (ctx) => unblockSender(ctx, sender));
      return reply.code(204).send();
    },
  );
}
