import { company, companyChange } from '@baton/contract';
import { runCommand } from '../../../platform/db.ts';
import { companyAudit } from '../audits.ts';
import { changeCompany } from '../commands/change-company.ts';
import { presentCompany } from '../present.ts';
import { companyWithNames } from '../store/company.ts';
import type { PeopleRoutes } from './types.ts';

const tags = ['People'];

export const companyRoutes: PeopleRoutes = (app, deps) => {
  app.get(
    '/api/company',
    {
      config: { access: 'reader' },
      schema: { summary: 'The defaults of the house', tags, response: { 200: company } },
    },
    async () => presentCompany(await companyWithNames(deps.db)),
  );

  app.patch(
    '/api/company',
    {
      config: {
        access: 'admin',
        audit: companyAudit,
        problems: ['unknown_reference'],
      },
      schema: {
        summary: 'Changes the defaults of the house',
        tags,
        body: companyChange,
        response: { 200: company },
      },
    },
    async ({ body, identity }) =>
      runCommand(deps, identity.actor, async (ctx) => {
        await changeCompany(ctx, body);
        return presentCompany(await companyWithNames(ctx.tx));
      }),
  );
};
