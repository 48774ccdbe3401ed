import { letGo, openDirect } from '../../../platform/direct-connection.ts';
import type { Deps } from '../../../platform/context.ts';
import { lockClass } from '../../../platform/servers.ts';
import { StartError } from '../../../platform/start-error.ts';

const patienceMs = 30_000;

/**
 * Keeps servers away until its result is called: one that looked after the clocks by today's time
 * would let all of them run out. One that starts meanwhile waits where it founds the company.
 * @throws StartError when one is running
 */
export async function keepServersOut(deps: Deps): Promise<() => void> {
  const client = await openDirect(deps, 'baton demo', patienceMs);
  // Each server holds a lock for as long as it lives (platform/servers.ts).
  const { rows } = await client.query<{ running: boolean }>(
    `select exists (select from baton.servers s join pg_locks l
       on l.locktype = 'advisory' and l.granted and l.classid = ${lockClass} and l.objid = s.lock_key) as running`,
  );
  if (rows[0]?.running) {
    letGo(client);
    throw new StartError('Baton is running on this database. Stop it, and run the command again.');
  }
  await client.query(`select pg_advisory_lock(hashtextextended('baton.company', 0))`);
  return () => letGo(client);
}
