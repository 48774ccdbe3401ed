import { signInRules as rulesShape, signInRulesChange } from '@baton/contract';
import { z } from 'zod';
import { runCommand } from '../../../platform/db.ts';
import { ifMatch, sendETag } from '../../../platform/http-etag.ts';
import { byId } from '../../../platform/http-params.ts';
import type { Audit, Routes } from '../../../platform/http-types.ts';
import { refuseToGiveMore } from '../../../platform/may-give.ts';
import { notFound } from '../../../platform/refusals.ts';
import { changeSignInRules } from '../commands/change-sign-in-rules.ts';
import { resetFactors } from '../commands/reset-factors.ts';
import { asAgent } from '../identity.ts';
import { signInRules, type SignInRules } from '../store/rules.ts';
import { knownAgent } from '../store/sign-ins.ts';

/** What is written down of a change. */
const audit = {
  kind: 'sign_in_rules',
  read: async (tx) => presentRules(await signInRules(tx)),
} satisfies Audit;

/** What is written down are those that were taken away. */
const factorsAudit = { kind: 'second_factors', read: 'answer' } satisfies Audit;

const presentRules = ({ secondFactorRequired }: SignInRules) => ({ secondFactorRequired });

const rules: Routes = (app, deps) => {
  app.get(
    '/api/sign-in-rules',
    {
      config: { access: 'admin' },
      schema: {
        summary: 'What the company asks of everybody who signs in',
        tags: ['Access'],
        response: { 200: rulesShape },
      },
    },
    async (_request, reply) => {
      const found = await signInRules(deps.db);
      sendETag(reply, found.version);
      return presentRules(found);
    },
  );

  app.patch(
    '/api/sign-in-rules',
    {
      config: { access: 'admin', stepUp: true, audit, problems: ['stale_version'] },
      schema: {
        summary: 'Changes whether everybody needs a second factor',
        tags: ['Access'],
        body: signInRulesChange,
        response: { 200: rulesShape },
      },
    },
    async (request, reply) => {
      const changed = await runCommand(deps, request.identity.actor, (ctx) =>
        changeSignInRules(ctx, request.body, ifMatch(request)),
      );
      sendETag(reply, changed.version);
      return presentRules(changed);
    },
  );
};

const lostFactors: Routes = (app, deps) => {
  app.delete(
    '/api/agents/:id/second-factors',
    {
      config: { access: 'admin', stepUp: true, audit: factorsAudit },
      schema: {
        summary: 'Takes the second factors of an agent away who lost them, and ends their sessions',
        tags: ['Access'],
        params: byId,
        response: { 204: z.undefined().describe('Done') },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const agent = await knownAgent(deps.db, id);
      if (!agent) throw notFound('agent');
      refuseToGiveMore(request.identity, asAgent(agent).limits);
      await runCommand(deps, request.identity.actor, (ctx) => resetFactors(ctx, id));
      return reply.code(204).send();
    },
  );
};

/** What the company asks for, and help for who lost their second factors. */
export const ruleRoutes: Routes[] = [rules, lostFactors];
