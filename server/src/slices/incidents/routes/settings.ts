import { accessLogSettings, accessLogSettingsChange } from '@baton/contract';
import { runCommand } from '../../../platform/db.ts';
import type { Routes } from '../../../platform/http-types.ts';
import { keepMonths, monthsKept } from '../store/settings.ts';

const tags = ['Access'];

/** For how long it is kept who saw what. */
export const settingsRoutes: Routes = (app, deps) => {
  app.get(
    '/api/access-log/settings',
    {
      config: { access: 'admin' },
      schema: {
        summary: 'For how many months it is kept who saw what',
        tags,
        response: { 200: accessLogSettings },
      },
    },
    async () => ({ months: await monthsKept(deps.db) }),
  );

  app.patch(
    '/api/access-log/settings',
    {
      config: {
        access: 'admin',
        audit: {
          kind: 'access_log_settings',
          read: async (tx) => ({ months: await monthsKept(tx) }),
        },
      },
      schema: {
        summary: 'Changes for how many months it is kept; older months are dropped within a day',
        tags,
        body: accessLogSettingsChange,
        response: { 200: accessLogSettings },
      },
    },
    async ({ body: { months }, identity }) =>
      runCommand(deps, identity.actor, async ({ tx }) => {
        await keepMonths(tx, months);
        return { months };
      }),
  );
};
