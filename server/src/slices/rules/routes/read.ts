import { ruleNames, ruleVersions, teamRule, teamRules } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { sendETag } from '../../../platform/http-etag.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { presentVersion } from '../present.ts';
import { namesOfRules, versionsOf } from '../store/rules.ts';
import { shownRule, shownRules, tags } from './shared.ts';

/** What the rules of teams are, were, and are called. */
export function readRules(app: App, deps: Deps): void {
  for (const add of [list, one, versions, names]) add(app, deps);
}

function list(app: App, deps: Deps): void {
  app.get(
    '/api/rules',
    {
      config: { access: 'lead' },
      schema: {
        tags,
        summary: 'The rules of all teams, in the order in which they act',
        response: { 200: teamRules },
      },
    },
    async ({ identity }) => ({
      items: await shownRules(deps.db, deps, identity.actor),
      next: null,
    }),
  );
}

function one(app: App, deps: Deps): void {
  app.get(
    '/api/rules/:id',
    {
      config: { access: 'lead' },
      schema: { tags, summary: 'One rule', params: byId, response: { 200: teamRule } },
    },
    async ({ params: { id }, identity }, reply) => {
      const rule = await shownRule(deps.db, deps, identity.actor, id);
      sendETag(reply, rule.version);
      return rule;
    },
  );
}

function versions(app: App, deps: Deps): void {
  app.get(
    '/api/rules/:id/versions',
    {
      config: { access: 'lead' },
      schema: {
        tags,
        summary: 'How a rule was, who made it so, and when; the latest first',
        params: byId,
        response: { 200: ruleVersions },
      },
    },
    async ({ params: { id } }) => {
      const rows = await versionsOf(deps.db, id);
      if (rows.length === 0) throw notFound('rule');
      return { items: rows.map(presentVersion), next: null };
    },
  );
}

function names(app: App, deps: Deps): void {
  app.get(
    '/api/rules/names',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'What rules are called, those taken away too',
        response: { 200: ruleNames },
      },
    },
    async () => ({
      items: (await namesOfRules(deps.db)).map(({ id, name }) => ({ id, name })),
      next: null,
    }),
  );
}
