import {
  noticeChoicesChange,
  noticeDefaults as defaultsShape,
  noticeDefaultsChange,
  ownNoticeChoices,
} from '@baton/contract';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import type { Audit, Routes } from '../../../platform/http-types.ts';
import { Problem } from '../../../platform/problem.ts';
import { changeNoticeDefaults } from '../commands/change-notice-defaults.ts';
import { chooseNothing, chooseNotices } from '../commands/choose-notices.ts';
import { presentDefaults, presentOwn } from '../present-choices.ts';
import { chosenBy, noticeDefaults } from '../store/choices.ts';

const tags = ['Notices'];

/** @throws Problem forbidden for a key that acts as itself, which is told nothing */
function agentIn(actor: Actor): string {
  if (actor.kind === 'agent') return actor.id;
  throw new Problem('forbidden', { detail: 'A key is told nothing, and chooses nothing.' });
}

async function shownOwn(db: Db | Tx, agentId: string) {
  return presentOwn(await noticeDefaults(db), await chosenBy(db, agentId));
}

const own: Routes = (app, deps) => {
  app.get(
    '/api/notice-choices',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'By which ways you are told, and what of it you chose yourself',
        response: { 200: ownNoticeChoices },
      },
    },
    async ({ identity: { actor } }) => shownOwn(deps.db, agentIn(actor)),
  );

  app.patch(
    '/api/notice-choices',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'You choose by which ways you are told; null: as the company has it',
        body: noticeChoicesChange,
        response: { 200: ownNoticeChoices },
      },
    },
    async ({ identity: { actor }, body }) => {
      const agentId = agentIn(actor);
      return runCommand(deps, actor, async (ctx) => {
        await chooseNotices(ctx, agentId, body);
        return shownOwn(ctx.tx, agentId);
      });
    },
  );

  app.delete(
    '/api/notice-choices',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'You are told as the company has it, in everything',
        response: { 200: ownNoticeChoices },
      },
    },
    async ({ identity: { actor } }) => {
      const agentId = agentIn(actor);
      return runCommand(deps, actor, async (ctx) => {
        await chooseNothing(ctx, agentId);
        return shownOwn(ctx.tx, agentId);
      });
    },
  );
};

/** What is written down of a change. */
const audit = {
  kind: 'notice_defaults',
  read: async (tx) => presentDefaults(await noticeDefaults(tx)),
} satisfies Audit;

const company: Routes = (app, deps) => {
  app.get(
    '/api/notice-defaults',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'By which ways those are told who have not chosen',
        response: { 200: defaultsShape },
      },
    },
    async (_request, reply) => {
      const found = await noticeDefaults(deps.db);
      sendETag(reply, found.version);
      return presentDefaults(found);
    },
  );

  app.patch(
    '/api/notice-defaults',
    {
      config: { access: 'admin', audit, problems: ['stale_version'] },
      schema: {
        tags,
        summary: 'Changes by which ways those are told who have not chosen; null: as Baton begins',
        body: noticeDefaultsChange,
        response: { 200: defaultsShape },
      },
    },
    async (request, reply) => {
      const changed = await runCommand(deps, request.identity.actor, (ctx) =>
        changeNoticeDefaults(ctx, request.body, ifMatch(request)),
      );
      sendETag(reply, changed.version);
      return presentDefaults(changed);
    },
  );
};

/** How one is told, oneself and in the company. */
export const choiceRoutes: Routes[] = [own, company];
