import type { AddressInfo } from 'node:net';
import { type KyselyPlugin, RawNode, sql } from 'kysely';
import { expect, test } from 'vitest';
import { afterThisFile } from '../../../test/cleanup.ts';
import { testDeps } from '../../../test/deps.ts';
import { buildApp } from '../../app.ts';
import { createKey } from '../auth/index.ts';
import { foundCompany } from '../people/index.ts';

/** Counts how often the database is asked to end what it does for somebody. */
class Cancels implements KyselyPlugin {
  count = 0;
  readonly transformQuery: KyselyPlugin['transformQuery'] = ({ node }) => {
    const isCancel =
      RawNode.is(node) && node.sqlFragments.some((part) => part.includes('pg_cancel_backend'));
    if (isCancel) this.count += 1;
    return node;
  };
  readonly transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result;
}

test('a browser that leaves ends its search in the database', async () => {
  const deps = await testDeps();
  await foundCompany(deps);
  const cancels = new Cancels();
  const app = await buildApp({ ...deps, db: deps.db.withPlugin(cancels) });
  afterThisFile(() => app.close());
  const key = await createKey(deps, { name: 'a reader', role: 'reader' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  // Whoever reads cases waits until the test lets go of them.
  const holding = await deps.db.startTransaction().execute();
  await sql`lock table baton.cases in access exclusive mode`.execute(holding);
  const searching = async () => {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database()
        and wait_event_type = 'Lock' and query like '%baton.cases%'`.execute(deps.db);
    return rows.length;
  };
  // A search ends by itself after a while, too, also before it was seen: then there is another.
  const isEnded = async () => {
    const leaving = new AbortController();
    let answered = false;
    const answer = fetch(`http://127.0.0.1:${port}/api/search?q=lamp`, {
      headers: { authorization: `Bearer ${key}` },
      signal: leaving.signal,
    })
      .catch(() => null)
      .finally(() => (answered = true));
    await expect
      .poll(async () => answered || (await searching()) > 0, { timeout: 30_000 })
      .toBe(true);
    leaving.abort();
    await answer;
    await expect.poll(searching, { timeout: 30_000 }).toBe(0);
    return cancels.count > 0;
  };
  await expect.poll(isEnded, { timeout: 60_000 }).toBe(true);
  await holding.rollback().execute();
}, 120_000);
