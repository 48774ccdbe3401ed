import type pg from 'pg';
import type { Deps } from './context.ts';
import { letGo, openDirect } from './direct-connection.ts';
import { channel } from './live.ts';

/** How often a server looks whether it still hears, and how long it waits for an answer. */
const usual = { checkEveryMs: 5_000, answerMs: 5_000 };

/**
 * Hears what other servers tell, on a connection of its own. One that breaks, or hangs, is opened
 * anew, and whoever watches is told that news were missed.
 */
export async function listenToOthers(deps: Deps, times = usual) {
  let client: pg.Client | null = null;
  let checking = Promise.resolve();
  let stopped = false;
  const check = async () => {
    if (stopped) return;
    try {
      if (client) await client.query('select 1');
      else {
        client = await openDirect(deps, 'baton live', times.answerMs);
        client.on('notification', ({ payload = '' }) => deps.live.hear(payload));
        await client.query(`listen ${channel}`);
        deps.live.missed();
      }
    } catch (error) {
      deps.log.warn({ err: error }, 'Does not hear other servers now; trying again.');
      if (client) letGo(client);
      client = null;
    }
  };
  await check();
  const timer = setInterval(() => {
    checking = checking.then(check);
  }, times.checkEveryMs);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await checking;
      if (client) letGo(client);
    },
  };
}
