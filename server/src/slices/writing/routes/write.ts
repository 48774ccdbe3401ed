import { newTemplate, template, templateChange } from '@baton/contract';
import { z } from 'zod';
import type { Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App, Audit } from '../../../platform/http-types.ts';
import {
  changeTemplate,
  createTemplate,
  removeTemplate,
  restoreTemplate,
} from '../commands/write-template.ts';
import { shownTemplate, tags, writtenTemplate } from './shared.ts';

/** What is written down of a change. */
const audit = {
  kind: 'template',
  read: (tx, { id }, ctx) => writtenTemplate(tx, ctx.deps, id),
} satisfies Audit;

/** Leads write templates: what goes out under everybody's name is theirs to answer for. */
export function writeTemplates(app: App, deps: Deps): void {
  app.post(
    '/api/templates',
    {
      config: {
        access: 'lead',
        audit: { kind: 'template', read: 'answer' },
        problems: ['unknown_reference'],
      },
      schema: {
        tags,
        summary: 'Adds a reply to begin with',
        body: newTemplate,
        response: { 201: template },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shownTemplate(ctx.tx, deps, await createTemplate(ctx, request.body)),
      ),
  );

  app.patch(
    '/api/templates/:id',
    {
      config: { access: 'lead', audit, problems: ['stale_version', 'unknown_reference'] },
      schema: {
        tags,
        summary: 'Changes a template',
        params: byId,
        body: templateChange,
        response: { 200: template },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        const { id } = request.params;
        await changeTemplate(ctx, { id, version: ifMatch(request) }, request.body);
        const shown = await shownTemplate(ctx.tx, deps, id);
        sendETag(reply, shown.version);
        return shown;
      }),
  );

  takeAway(app, deps);
}

function takeAway(app: App, deps: Deps): void {
  app.delete(
    '/api/templates/:id',
    {
      config: { access: 'lead', audit },
      schema: {
        tags,
        summary: 'Takes a template away; it can be brought back',
        params: byId,
        response: { 204: z.undefined().describe('Done') },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 204 }, (ctx) =>
        removeTemplate(ctx, request.params.id),
      ),
  );

  app.post(
    '/api/templates/:id/restoration',
    {
      config: { access: 'lead', audit, problems: ['already_exists'] },
      schema: {
        tags,
        summary: 'Brings a template back that was taken away',
        params: byId,
        response: { 200: template },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await restoreTemplate(ctx, request.params.id);
        return shownTemplate(ctx.tx, deps, request.params.id);
      }),
  );
}
