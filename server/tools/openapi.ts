import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp } from '../src/app.ts';
import { databaseClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/db.ts';
import { silentLog } from '../src/platform/log.ts';
import { makeSecrets } from '../src/platform/secret.ts';
import { readSettings } from '../src/platform/settings.ts';
import { openStorage } from '../src/platform/storage.ts';

const path = join(import.meta.dirname, '..', '..', 'docs', 'openapi.json');
const scratch = join(import.meta.dirname, '..', '..', '.tmp', 'openapi');

/** The description of the API as the server gives it; no database is asked for it. */
async function describe(): Promise<string> {
  const settings = readSettings({ DATABASE_URL: 'postgresql://nowhere/baton' }, scratch);
  const { db } = openDatabase('postgresql://nowhere/baton', 1);
  const app = await buildApp({
    db,
    settings,
    storage: await openStorage(settings.storageFolder),
    secrets: makeSecrets(['for the description of the API only']),
    log: silentLog(),
    clock: databaseClock,
    wake: () => {},
  });
  const answer = await app.inject('/api/openapi.json');
  await app.close();
  await db.destroy();
  return `${JSON.stringify(answer.json(), null, 2)}\n`;
}

const text = await describe();
if (process.argv.includes('--check')) {
  const committed = await readFile(path, 'utf8').catch(() => '');
  if (text !== committed) {
    console.error(`${path} does not fit the API; run: npm run -w server generate`);
    process.exitCode = 1;
  }
} else {
  await writeFile(path, text);
}
