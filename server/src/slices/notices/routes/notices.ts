import { type Notice, noticePage, noticeQuery, noticesSeen, unseenNotices } from '@baton/contract';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import type { App } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { presentNotice } from '../present.ts';
import { quietFor, unseenBy } from '../commands/unseen-by.ts';
import { noticesOfAgent, setSeen } from '../store/notices.ts';

const tags = ['Notices'];
const afterNotice = z.tuple([z.iso.datetime(), z.uuid()]);

export type NoticeRoutesNeeds = {
  /** Cases as a notice names them, as far as the actor may see them. */
  casesNamed: (db: Db, actor: Actor, caseIds: string[]) => Promise<NonNullable<Notice['case']>[]>;
};

/** What the signed-in agent was told. A key that acts as itself is told nothing. */
export function toldRoutes(app: App, deps: Deps, needs: NoticeRoutesNeeds): void {
  listNotices(app, deps, needs);
  countNotices(app, deps);
  seeNotices(app, deps);
}

function listNotices(app: App, deps: Deps, { casesNamed }: NoticeRoutesNeeds): void {
  app.get(
    '/api/notices',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'What you were told, the newest first',
        querystring: noticeQuery,
        response: { 200: noticePage },
      },
    },
    async ({ query, identity: { actor }, ip }) => {
      if (actor.kind !== 'agent') return { items: [], next: null };
      const { limit, cursor } = query;
      const after = readCursor(cursor, afterNotice);
      const quiet = query.unseen === 'true' ? await quietFor(deps.db, actor.id) : null;
      const rows = await noticesOfAgent(deps.db, actor.id, { quiet, after, limit });
      const page = pageOf(rows, limit, (row) => [row.at, row.id]);
      const ids = page.items.flatMap((row) => row.case_id ?? []);
      const cases = await casesNamed(deps.db, actor, [...new Set(ids)]);
      const detail = { list: 'notices', ids: cases.map((one) => one.id) };
      await recordAccess(deps.db, actor, { kind: 'list', detail, address: ip });
      const named = new Map(cases.map((one) => [one.id, one]));
      return {
        items: page.items.map((row) =>
          presentNotice(row, (row.case_id && named.get(row.case_id)) || null),
        ),
        next: page.next,
      };
    },
  );
}

function countNotices(app: App, deps: Deps): void {
  app.get(
    '/api/notices/unseen',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'How many notices you have not seen yet, a thousand at most',
        response: { 200: unseenNotices },
      },
    },
    async ({ identity: { actor } }) => ({
      count: actor.kind === 'agent' ? await unseenBy(deps.db, actor.id) : 0,
    }),
  );
}

function seeNotices(app: App, deps: Deps): void {
  app.post(
    '/api/notices/seen',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'You have seen these notices, those about a case, or all',
        body: noticesSeen,
        response: { 200: unseenNotices },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async ({ tx, actor, now }) => {
        if (actor.kind !== 'agent') return { count: 0 };
        await setSeen(tx, actor.id, request.body, now);
        return { count: await unseenBy(tx, actor.id) };
      }),
  );
}
