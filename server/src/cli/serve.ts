import { openLog } from '../platform/log.ts';
import type { Settings } from '../platform/settings.ts';
import { openAll } from './open.ts';
import { untilAskedToStop, within } from './until-stopped.ts';

/** How long what is under way may take to finish when Baton is asked to stop. */
const patienceMs = 10_000;

/**
 * `baton serve`: runs Baton until it is asked to stop, then finishes what is under way.
 * @returns the exit code.
 */
export async function serve(settings: Settings): Promise<number> {
  const log = openLog();
  const asked = untilAskedToStop();
  const lost = Promise.withResolvers<Error>();
  log.info(settings.databaseUrl ? 'Connecting to the database …' : 'Starting the database …');
  // Loading the server takes longer than the database needs to come up; both at once.
  const loading = import('./start-all.ts');
  loading.catch(() => {}); // Told of below, when it is waited for.
  const opened = await openAll(settings, { log, asServer: true, onLost: lost.resolve });
  try {
    const { startAll } = await loading;
    const running = await startAll(opened.deps);
    const error = await Promise.race([asked, lost.promise]);
    if (error) log.error({ err: error }, 'The database is gone and does not come back; stopping.');
    else log.info('Stopping: finishing what is under way …');
    const inTime = await within(patienceMs, running.stop());
    if (!inTime) log.warn('Not everything was finished in time; it is taken up at the next start.');
    else log.info('Baton has stopped.');
    return error ? 1 : 0;
  } finally {
    await within(patienceMs, opened.close());
  }
}
