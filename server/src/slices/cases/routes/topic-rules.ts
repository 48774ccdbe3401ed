import {
  newRuleTrial,
  newTopicRule,
  ruleTrial,
  topicRule,
  topicRuleChange,
  topicRules as ruleList,
} from '@baton/contract';
import type { z } from 'zod';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { httpCommand } from '../../../platform/http-command.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App, Audit } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { changeTopicRule, createTopicRule, deleteTopicRule } from '../commands/topic-rules.ts';
import { chooseTopic, explainRules } from '../rules/choose-topic.ts';
import {
  rulesInForce,
  topicRuleById,
  type TopicRuleRow,
  topicRules,
} from '../store/topic-rules.ts';

const tags = ['Cases'];

/** What is written down of a change. */
const audit = {
  kind: 'topic_rule',
  read: async (tx, { id }) => {
    const rules = await topicRules(tx);
    const place = rules.findIndex((rule) => rule.id === id);
    return rules[place] ? { ...present(rules[place]), place } : null;
  },
} satisfies Audit;

/** The rules that choose the topic of a new case, and a way to try them out. */
export function topicRuleRoutes(app: App, deps: Deps): void {
  for (const add of [listRules, addRule, changeRule, removeRule, tryRules]) add(app, deps);
}

function listRules(app: App, deps: Deps): void {
  app.get(
    '/api/topic-rules',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'The rules that choose a topic, in the order in which they are looked at',
        response: { 200: ruleList },
      },
    },
    async () => ({ items: (await topicRules(deps.db)).map(present), next: null }),
  );
}

function addRule(app: App, deps: Deps): void {
  app.post(
    '/api/topic-rules',
    {
      config: {
        access: 'admin',
        audit: { ...audit, read: 'answer' },
        problems: ['unknown_reference'],
      },
      schema: {
        tags,
        summary: 'Adds a rule after all others',
        body: newTopicRule,
        response: { 201: topicRule },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 201 }, async (ctx) =>
        shownRule(ctx.tx, await createTopicRule(ctx, request.body)),
      ),
  );
}

function changeRule(app: App, deps: Deps): void {
  app.patch(
    '/api/topic-rules/:id',
    {
      config: { access: 'admin', audit, problems: ['unknown_reference'] },
      schema: {
        tags,
        summary: 'Changes a rule, or its place among the others',
        params: byId,
        body: topicRuleChange,
        response: { 200: topicRule },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await changeTopicRule(ctx, request.params.id, request.body);
        return shownRule(ctx.tx, request.params.id);
      }),
  );
}

function removeRule(app: App, deps: Deps): void {
  app.delete(
    '/api/topic-rules/:id',
    {
      config: { access: 'admin', audit },
      schema: {
        tags,
        summary: 'Takes a rule away',
        params: byId,
        response: { 200: ruleList },
      },
    },
    async (request, reply) =>
      httpCommand(deps, request, reply, { status: 200 }, async (ctx) => {
        await deleteTopicRule(ctx, request.params.id);
        return { items: (await topicRules(ctx.tx)).map(present), next: null };
      }),
  );
}

function tryRules(app: App, deps: Deps): void {
  app.post(
    '/api/topic-rules/trials',
    {
      config: { access: 'admin', notASetting: 'nothing is kept of it' },
      schema: {
        tags,
        summary: 'Says which topic a message would get, and why; nothing is kept of it',
        body: newRuleTrial,
        response: { 200: ruleTrial },
      },
    },
    async ({ body }) => {
      const rules = await rulesInForce(deps.db);
      const arrival = {
        channelId: body.channel ?? null,
        recipients: body.recipient ? [body.recipient] : [],
        subject: body.subject,
        text: body.text,
        language: body.language ?? null,
      };
      const chosen = chooseTopic(rules, arrival);
      const rule = rules.find(({ id }) => id === chosen?.id);
      return {
        rule: rule?.id ?? null,
        topic: rule ? { id: rule.topicId, name: rule.topicName } : null,
        rules: explainRules(rules, arrival),
      };
    },
  );
}

async function shownRule(db: Db | Tx, id: string): Promise<z.output<typeof topicRule>> {
  const rule = await topicRuleById(db, id);
  if (!rule) throw notFound('rule');
  return present(rule);
}

function present(rule: TopicRuleRow): z.output<typeof topicRule> {
  return {
    id: rule.id,
    name: rule.name,
    topic: { id: rule.topicId, name: rule.topicName },
    active: rule.active,
    conditions: rule.conditions,
  };
}
