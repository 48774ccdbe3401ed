import type { Audit } from '../../../platform/http-types.ts';
import { helpChain, newHelpChain } from '@baton/contract';
import type { Db, Tx } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { byId } from '../../../platform/http-params.ts';
import { notFound } from '../../../platform/refusals.ts';
import { changeHelpChain } from '../commands/change-help-chain.ts';
import { presentHelpChain } from '../present.ts';
import { chainOf } from '../store/advisers.ts';
import { topicRow } from '../store/topics.ts';
import type { PeopleRoutes } from './types.ts';

const tags = ['People'];

/** What is written down of a change. */
const audit = {
  kind: 'help_chain',
  read: (tx, { id }) => shownChain(tx, id),
} satisfies Audit;

/** The help chain of a topic: whom one asks for advice, one after the other. */
export const adviserRoutes: PeopleRoutes = (app, deps) => {
  app.get(
    '/api/topics/:id/advisers',
    {
      config: { access: 'reader' },
      schema: {
        summary: 'The help chain of a topic, its own or inherited',
        tags,
        params: byId,
        response: { 200: helpChain },
      },
    },
    async ({ params: { id } }) => shownChain(deps.db, id),
  );

  app.put(
    '/api/topics/:id/advisers',
    {
      config: { access: 'admin', audit, problems: ['unknown_reference'] },
      schema: {
        summary: 'Sets the help chain of a topic',
        tags,
        params: byId,
        body: newHelpChain,
        response: { 200: helpChain },
      },
    },
    async ({ params: { id }, body, identity }) =>
      runCommand(deps, identity.actor, async (ctx) => {
        await changeHelpChain(ctx, id, body.agents);
        return shownChain(ctx.tx, id);
      }),
  );
};

async function shownChain(db: Db | Tx, topicId: string) {
  if (!(await topicRow(db, topicId))) throw notFound('topic');
  return presentHelpChain(await chainOf(db, topicId));
}
