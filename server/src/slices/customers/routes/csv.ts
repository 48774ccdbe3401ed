import { Readable } from 'node:stream';
import { customerImport, newCustomerImport } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import type { App } from '../../../platform/http-types.ts';
import { recordAccess } from '../../auth/index.ts';
import { importCustomers } from '../commands/import-customers.ts';
import { customersCsv } from '../customers-csv.ts';

const tags = ['Customers'];

/** Customers as a table, out and in. */
export function csvRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/customers.csv',
    {
      config: { access: 'admin', stepUp: true },
      schema: { summary: 'All customers as a table for spreadsheets', tags },
    },
    async ({ identity: { actor }, ip }, reply) => {
      const note = (ids: string[]) => {
        const detail = { list: 'customers', exported: true, ids };
        return recordAccess(deps.db, actor, { kind: 'list', detail, address: ip });
      };
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="customers.csv"')
        .header('cache-control', 'private, no-store')
        .send(Readable.from(customersCsv(deps.db, note)));
    },
  );

  app.post(
    '/api/customers/imports',
    {
      config: {
        access: 'admin',
        notASetting: 'Customers are no settings; what changes of them stands in their own log.',
      },
      schema: {
        summary: 'Takes customers over from such a table, or only says what would come of it',
        tags,
        body: newCustomerImport,
        response: { 200: customerImport },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        const taken = await importCustomers(ctx, request.body);
        // The answer says what was known of them.
        const ids = taken.rows.flatMap(({ customer }) => customer ?? []);
        const detail = { list: 'customers', imported: true, ids };
        await recordAccess(ctx.tx, ctx.actor, { kind: 'list', detail, address: request.ip });
        return taken;
      }),
  );
}
