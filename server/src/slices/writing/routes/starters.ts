import { addedStarters, templateStarters } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import type { App } from '../../../platform/http-types.ts';
import { addStarters } from '../commands/add-starters.ts';
import { tags } from './shared.ts';

/** The library that Baton brings along. */
export function addLibrary(app: App, deps: Deps): void {
  app.post(
    '/api/templates/starters',
    {
      config: { access: 'lead', audit: { kind: 'template_library', read: 'answer' } },
      schema: {
        tags,
        summary: 'Adds the library of good replies in some languages, as far as it is not there',
        body: templateStarters,
        response: { 201: addedStarters },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => ({
        added: await addStarters(ctx, request.body.languages),
      })),
  );
}
