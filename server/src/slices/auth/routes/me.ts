import { me } from '@baton/contract';
import type { Routes } from '../../../platform/http-types.ts';
import { presentMe } from '../present-me.ts';

export const meRoutes: Routes = (app, deps) => {
  app.get(
    '/api/me',
    {
      config: { access: 'reader' },
      schema: { summary: 'Who is asking', tags: ['Access'], response: { 200: me } },
    },
    async (request) => presentMe(deps, request.identity),
  );
};
