import { expect, test } from 'vitest';
import { afterThisFile } from '../../test/cleanup.ts';
import { testDeps } from '../../test/deps.ts';
import { openDatabase } from './db.ts';
import { newId } from './ids.ts';
import { listenToOthers } from './live-listener.ts';
import { openLive } from './live.ts';

test('what is told later arrives later, though the database was slow before', async () => {
  const deps = await testDeps();
  const [agent, desk, id] = [newId(), newId(), newId()];
  await deps.pool.query(`
    create schema slow;
    create function slow.pg_notify(channel text, payload text) returns void language plpgsql as $$
    begin
      if payload like '%"${id}"%' then perform pg_sleep(0.5); end if;
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
  deps.live.watch(({ places }) => heard.push(...places.map((place) => place.case)));

  teller.tell({ places: [{ agent, desk, case: id, doing: 'notes' }] });
  // The first has left its batch by then, and is on its way.
  await new Promise((resolve) => setTimeout(resolve, 150));
  teller.tell({ places: [{ agent, desk, case: null, doing: 'looks' }] });
  await teller.settled();
  await expect.poll(() => heard).toEqual([id, null]);
});
