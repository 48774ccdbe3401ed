import { startDatabase } from '../platform/database.ts';
import { openLog } from '../platform/log.ts';
import { migrate } from '../platform/migrate.ts';
import type { Settings } from '../platform/settings.ts';

/** `baton migrate`: brings the database to this version, beside a running server or without one. */
export async function migrateOnly(settings: Settings): Promise<number> {
  const database = await startDatabase(settings, { log: openLog('warn'), asServer: false });
  try {
    const done = await migrate(database.directUrl);
    console.log(done.length > 0 ? `Done: ${done.join(', ')}.` : 'The database is up to date.');
    return 0;
  } finally {
    await database.stop();
  }
}
