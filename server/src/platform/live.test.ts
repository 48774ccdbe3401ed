import { expect, test } from 'vitest';
import { afterThisFile } from '../../test/cleanup.ts';
import { testDeps } from '../../test/deps.ts';
import { openDatabase } from './db.ts';
import { newId } from './ids.ts';
import { listenToOthers } from './live-listener.ts';
import { openLive } from './live.ts';

test('of where a desk is the last word comes last, though the database was slow, and holds up nobody', async () => {
  const deps = await testDeps();
  const [agent, desk, id] = [newId(), newId(), newId()];
  await deps.pool.query(`
    create schema slow;
    create function slow.pg_notify(channel text, payload text) returns void language plpgsql as $$
    begin
      if payload like '%"${id}"%' then perform pg_sleep(3); end if;
      perform pg_catalog.pg_notify(channel, payload);
    end $$;
    do $$ begin
      execute format('alter database %I set search_path = slow, pg_catalog', current_database());
    end $$`);
  const { db } = openDatabase(deps.databaseUrl, 4);
  afterThisFile(() => db.destroy());
  const teller = openLive(db, deps.log);
  const listener = await listenToOthers(deps);
  afterThisFile(() => listener.stop());
  const heard: (string | null)[] = [];
  deps.live.watch(({ places, actors }) =>
    heard.push(...places.map((place) => place.case), ...actors),
  );

  teller.tell({ places: [{ agent, desk, case: id, doing: 'notes' }] });
  const isOnItsWay = async () => {
    const { rowCount } = await deps.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
    );
    return rowCount === 1;
  };
  await expect.poll(isOnItsWay).toBe(true);
  teller.tell({ places: [{ agent, desk, case: null, doing: 'looks' }], actors: [agent] });
  await teller.settled();
  await expect.poll(() => heard).toEqual([agent, id, null]);
});
