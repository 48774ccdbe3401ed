import {
  channelTest,
  leftovers,
  mailbox,
  mailboxSettings,
  mailboxTest,
  olderMail,
} from '@baton/contract';
import { z } from 'zod';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App, Audit } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { recordAccess } from '../../auth/index.ts';
import { requestOlderMail } from '../commands/ask-for-older.ts';
import { removeMailbox, setMailbox } from '../commands/set-mailbox.ts';
import { testChannel, tryMailbox } from '../commands/test-channel.ts';
import { presentLeftover, presentMailbox, presentTest } from '../present-channel.ts';
import { deleteLeftover, leftoversOf } from '../store/leftovers.ts';
import { mailboxOf } from '../store/mailboxes.ts';
import { done, tags } from './shared.ts';

/** What is written down of a change. */
const audit = {
  kind: 'mailbox',
  read: (tx, { id }) => shownMailbox(tx, id),
} satisfies Audit;

/** The mailboxes from which the mail of channels is fetched. */
export function mailboxRoutes(app: App, deps: Deps): void {
  single(app, deps);
  tried(app, deps);
  older(app, deps);
  left(app, deps);
}

function single(app: App, deps: Deps): void {
  const path = '/api/mail/channels/:id/mailbox';
  app.get(
    path,
    {
      config: { access: 'lead' },
      schema: {
        summary: 'The mailbox of a channel, without its secrets',
        tags,
        params: byId,
        response: { 200: mailbox },
      },
    },
    async ({ params: { id } }) => shownMailbox(deps.db, id),
  );

  app.put(
    path,
    {
      config: { access: 'admin', stepUp: true, audit },
      schema: {
        summary: 'Has the mail of a channel fetched from a mailbox, from now on',
        tags,
        params: byId,
        body: mailboxSettings,
        response: { 200: mailbox },
      },
    },
    async ({ params: { id }, body, identity }) =>
      runCommand(deps, identity.actor, async (ctx) => {
        await setMailbox(ctx, id, body);
        return shownMailbox(ctx.tx, id);
      }),
  );

  app.delete(
    path,
    {
      config: { access: 'admin', stepUp: true, audit },
      schema: {
        summary: 'Has it fetched no longer; what lies in the mailbox stays there',
        tags,
        params: byId,
        response: { 204: done },
      },
    },
    async ({ params: { id }, identity }, reply) => {
      await runCommand(deps, identity.actor, (ctx) => removeMailbox(ctx, id));
      return reply.code(204).send();
    },
  );
}

function tried(app: App, deps: Deps): void {
  app.post(
    '/api/mail/mailbox-tests',
    {
      config: { access: 'admin', notASetting: 'nothing is saved' },
      schema: {
        summary: 'Tries a mailbox that is not saved: signing in, the folder',
        tags,
        body: mailboxTest,
        response: { 200: channelTest },
      },
    },
    async ({ body }) => presentTest(await tryMailbox(deps, body)),
  );

  app.post(
    '/api/mail/channels/:id/test',
    {
      config: { access: 'admin', stepUp: true, notASetting: 'nothing is saved' },
      schema: {
        summary: 'Tries a channel: its mailbox, and the relay by which its mail leaves',
        tags,
        params: byId,
        response: { 200: channelTest },
      },
    },
    async ({ params: { id } }) => presentTest(await testChannel(deps, id)),
  );
}

function older(app: App, deps: Deps): void {
  app.post(
    '/api/mail/channels/:id/older',
    {
      config: { access: 'admin', stepUp: true, audit, problems: ['wrong_status'] },
      schema: {
        summary: 'Fetches mail from before the mailbox was connected; nobody gets a receipt for it',
        tags,
        params: byId,
        body: olderMail,
        response: { 202: mailbox },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      return httpCommand(deps, request, reply, { status: 202 }, async (ctx) => {
        await requestOlderMail(ctx, id, new Date(request.body.since));
        return shownMailbox(ctx.tx, id);
      });
    },
  );
}

function left(app: App, deps: Deps): void {
  app.get(
    '/api/mail/channels/:id/leftovers',
    {
      config: { access: 'lead' },
      schema: {
        summary: 'Messages that were left in the mailbox because they could not be taken',
        tags,
        params: byId,
        response: { 200: leftovers },
      },
    },
    async ({ params: { id }, identity: { actor }, ip }) => {
      const rows = await leftoversOf(deps.db, id);
      const detail = { list: 'leftovers', ids: rows.map((row) => row.id) };
      await recordAccess(deps.db, actor, { kind: 'list', detail, address: ip });
      return { items: rows.map(presentLeftover), next: null };
    },
  );

  app.delete(
    '/api/mail/channels/:id/leftovers/:leftover',
    {
      config: { access: 'admin', stepUp: true, notASetting: 'it is work with mail' },
      schema: {
        summary: 'Says that somebody has seen to a message that was left',
        tags,
        params: byId.extend({ leftover: z.uuid() }),
        response: { 204: done },
      },
    },
    async ({ params: { id, leftover }, identity }, reply) => {
      await runCommand(deps, identity.actor, async (ctx) => {
        if (!(await deleteLeftover(ctx.tx, id, leftover))) throw notFound('message');
      });
      return reply.code(204).send();
    },
  );
}

async function shownMailbox(db: Db | Tx, id: string) {
  const row = await mailboxOf(db, id);
  if (!row) throw notFound('mailbox');
  return presentMailbox(row);
}
