import { relay, relaySettings, relayTest } from '@baton/contract';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { byId } from '../../../platform/http-params.ts';
import type { App, Audit } from '../../../platform/http-types.ts';
import { notFound } from '../../../platform/refusals.ts';
import { removeRelay, setRelay } from '../commands/set-relay.ts';
import { tryRelay } from '../commands/try-relay.ts';
import { presentTrouble } from '../present-channel.ts';
import { presentRelay } from '../present-relay.ts';
import { relayOfBrand } from '../store/relays.ts';
import { done, tags } from './shared.ts';

const path = '/api/mail/brands/:id/relay';

/** What is written down of a change. */
const audit = {
  kind: 'relay',
  read: (tx, { id }) => shownRelay(tx, id),
} satisfies Audit;

/** The relays by which the mail of brands leaves. */
export function relayRoutes(app: App, deps: Deps): void {
  readAndTry(app, deps);
  change(app, deps);
}

function readAndTry(app: App, deps: Deps): void {
  app.get(
    path,
    {
      config: { access: 'reader' },
      schema: {
        summary: 'The relay of a brand, without its secrets; 404 where it uses the default one',
        tags,
        params: byId,
        response: { 200: relay },
      },
    },
    async ({ params: { id } }) => shownRelay(deps.db, id),
  );

  app.post(
    `${path}/test`,
    {
      config: {
        access: 'admin',
        notASetting: 'nothing is saved',
        withoutKey: 'it only connects and signs in, and sends nothing.',
      },
      schema: {
        summary: 'Connects to the relay of a brand and signs in there',
        tags,
        params: byId,
        response: { 200: relayTest },
      },
    },
    async ({ params: { id } }) => {
      await shownRelay(deps.db, id);
      const trouble = await tryRelay(deps, id);
      return { trouble: trouble && presentTrouble(trouble) };
    },
  );
}

function change(app: App, deps: Deps): void {
  app.put(
    path,
    {
      config: { access: 'admin', stepUp: true, audit },
      schema: {
        summary: 'Has the mail of a brand leave by a relay of its own, from now on',
        tags,
        params: byId,
        body: relaySettings,
        response: { 200: relay },
      },
    },
    async ({ params: { id }, body, identity }) =>
      runCommand(deps, identity.actor, async (ctx) => {
        await setRelay(ctx, id, body);
        return shownRelay(ctx.tx, id);
      }),
  );

  app.delete(
    path,
    {
      config: { access: 'admin', stepUp: true, audit },
      schema: {
        summary: 'Has it leave by the default relay again',
        tags,
        params: byId,
        response: { 204: done },
      },
    },
    async ({ params: { id }, identity }, reply) => {
      await runCommand(deps, identity.actor, (ctx) => removeRelay(ctx, id));
      return reply.code(204).send();
    },
  );
}

async function shownRelay(db: Db | Tx, brandId: string) {
  const row = await relayOfBrand(db, brandId);
  if (!row) throw notFound('relay');
  return presentRelay(row);
}
