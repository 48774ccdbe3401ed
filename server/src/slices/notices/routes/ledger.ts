import { caseLedgerQuery, ledgerPage, ledgerQuery } from '@baton/contract';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { pageOf, readCursor } from '../../../platform/http-cursor.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { recordAccess } from '../../auth/index.ts';
import { presentLine } from '../present-ledger.ts';
import { type LedgerFilter, noticeLedger } from '../store/ledger.ts';
import type { NoticeRoutesNeeds } from './notices.ts';

const tags = ['Notices'];
const afterLine = z.tuple([z.iso.datetime(), z.uuid()]);

/** Who was told what, how and when; or why not. */
export function ledgerRoutes(app: App, deps: Deps, needs: NoticeRoutesNeeds): void {
  ofCase(app, deps, needs);
  ofPeople(app, deps, needs);
}

type Asked = { actor: Actor; filter: LedgerFilter; limit: number; cursor: string | undefined };

async function shownLines(
  deps: Deps,
  { casesNamed }: NoticeRoutesNeeds,
  { actor, filter, limit, cursor }: Asked,
) {
  const rows = await noticeLedger(deps.db, filter, readCursor(cursor, afterLine), limit);
  const page = pageOf(rows, limit, (row) => [row.at, row.id]);
  const ids = [...new Set(page.items.flatMap(({ caseId }) => caseId ?? []))];
  const cases = new Map((await casesNamed(deps.db, actor, ids)).map((one) => [one.id, one]));
  const about = (caseId: string | null) => (caseId !== null && cases.get(caseId)) || null;
  return {
    items: page.items.map((row) => presentLine(row, about(row.caseId))),
    next: page.next,
  };
}

function ofCase(app: App, deps: Deps, needs: NoticeRoutesNeeds): void {
  app.get(
    '/api/cases/:id/notices',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'Who was told of what happened to a case, and how; or why not, the newest first',
        params: byId,
        querystring: caseLedgerQuery,
        response: { 200: ledgerPage },
      },
    },
    async ({ params: { id }, query, identity: { actor }, ip }) => {
      if ((await needs.casesNamed(deps.db, actor, [id])).length === 0) throw notFound('case');
      await recordAccess(deps.db, actor, { kind: 'case', id, address: ip });
      return shownLines(deps, needs, { actor, filter: { caseId: id }, ...pageIn(query) });
    },
  );
}

function ofPeople(app: App, deps: Deps, needs: NoticeRoutesNeeds): void {
  app.get(
    '/api/notice-ledger',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Who was told what, and how; or why not, by person and time, the newest first',
        querystring: ledgerQuery,
        response: { 200: ledgerPage },
      },
    },
    async ({ query, identity: { actor }, ip }) => {
      const { agent: agentId, from, to } = query;
      const detail = { list: 'notice ledger', ...(agentId && { ids: [agentId] }) };
      await recordAccess(deps.db, actor, { kind: 'list', detail, address: ip });
      return shownLines(deps, needs, { actor, filter: { agentId, from, to }, ...pageIn(query) });
    },
  );
}

const pageIn = ({ limit, cursor }: { limit: number; cursor?: string | undefined }) => ({
  limit,
  cursor,
});
