import { account, accountQuery } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import type { App } from '../../../platform/http-types.ts';
import { accountCsv } from '../commands/account-csv.ts';
import { accountLines } from '../commands/account-lines.ts';
import { presentAccountLine } from '../present.ts';
import { tags } from './shared.ts';

/** What was received and what became of it, day by day. */
export function accountRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/mail/account',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'What was received each day, and what became of it: the sums are equal',
        tags,
        querystring: accountQuery,
        response: { 200: account },
      },
    },
    async ({ query }) => {
      const lines = await accountLines(deps, query);
      return { items: lines.map(presentAccountLine), next: null };
    },
  );

  app.get(
    '/api/mail/account.csv',
    {
      config: { access: 'reader' },
      schema: { summary: 'The same as a table for spreadsheets', tags, querystring: accountQuery },
    },
    async ({ query }, reply) => {
      const lines = await accountLines(deps, query);
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="mail-account.csv"')
        .header('cache-control', 'private, no-store')
        .send(accountCsv(lines.map(presentAccountLine)));
    },
  );
}
