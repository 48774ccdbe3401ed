import { newRestoration, newTeamRule, teamRule, teamRuleChange, teamRules } from '@baton/contract';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App, Audit } from '../../../platform/http-types.ts';
import { changeRule, createRule, removeRuleOf, restoreRule } from '../commands/write-rule.ts';
import { shownRule, shownRules, tags } from './shared.ts';

/** What is written down of a change. */
const audit = {
  kind: 'rule',
  read: (tx, { id }, { deps, actor }) => shownRule(tx, deps, actor, id),
} satisfies Audit;

/** Writing rules: leads for their teams, administrators for all. */
export function writeRules(app: App, deps: Deps): void {
  for (const addRoute of [add, change, restore, remove]) addRoute(app, deps);
}

function add(app: App, deps: Deps): void {
  app.post(
    '/api/rules',
    {
      config: {
        access: 'lead',
        audit: { ...audit, read: 'answer' },
        problems: ['unknown_reference'],
      },
      schema: {
        tags,
        summary: 'Adds a rule after all others',
        body: newTeamRule,
        response: { 201: teamRule },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        answer(ctx, reply, await createRule(ctx, request.body)),
      ),
  );
}

function change(app: App, deps: Deps): void {
  app.patch(
    '/api/rules/:id',
    {
      config: { access: 'lead', audit, problems: ['unknown_reference', 'stale_version'] },
      schema: {
        tags,
        summary: 'Changes a rule, which makes a new version of it, or its place among the others',
        params: byId,
        body: teamRuleChange,
        response: { 200: teamRule },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        const on = { id: request.params.id, version: ifMatch(request) };
        await changeRule(ctx, on, request.body);
        return answer(ctx, reply, on.id);
      }),
  );
}

function restore(app: App, deps: Deps): void {
  app.post(
    '/api/rules/:id/restorations',
    {
      config: { access: 'lead', audit, problems: ['unknown_reference', 'stale_version'] },
      schema: {
        tags,
        summary: 'Makes a rule say again what it said in an earlier version',
        params: byId,
        body: newRestoration,
        response: { 201: teamRule },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) => {
        const on = { id: request.params.id, version: ifMatch(request) };
        await restoreRule(ctx, on, request.body.version);
        return answer(ctx, reply, on.id);
      }),
  );
}

function remove(app: App, deps: Deps): void {
  app.delete(
    '/api/rules/:id',
    {
      config: { access: 'lead', audit, problems: ['stale_version'] },
      schema: {
        tags,
        summary: 'Takes a rule away; what it did keeps its name',
        params: byId,
        response: { 200: teamRules },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await removeRuleOf(ctx, { id: request.params.id, version: ifMatch(request) });
        return { items: await shownRules(ctx.tx, deps, ctx.actor), next: null };
      }),
  );
}

/** The rule as it then is, with its version as ETag. */
async function answer(
  { tx, deps, actor }: Ctx,
  reply: { header(name: 'etag', value: string): unknown },
  id: string,
) {
  const rule = await shownRule(tx, deps, actor, id);
  sendETag(reply, rule.version);
  return rule;
}
