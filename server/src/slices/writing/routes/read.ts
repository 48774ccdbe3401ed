import { template, templates } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { sendETag } from '../../../platform/http-etag.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { shownTemplate, shownTemplates, tags } from './shared.ts';

/** Replies to begin with, for whoever writes. */
export function readTemplates(app: App, deps: Deps): void {
  app.get(
    '/api/templates',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'Replies to begin with, the most used first',
        response: { 200: templates },
      },
    },
    async () => ({ items: await shownTemplates(deps.db, deps), next: null }),
  );

  app.get(
    '/api/templates/:id',
    {
      config: { access: 'reader' },
      schema: { tags, summary: 'One template', params: byId, response: { 200: template } },
    },
    async ({ params: { id } }, reply) => {
      const shown = await shownTemplate(deps.db, deps, id);
      sendETag(reply, shown.version);
      return shown;
    },
  );
}
