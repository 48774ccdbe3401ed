import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { areas } from '@baton/contract';
import { buildApp } from '../src/app.ts';
import { databaseClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/db.ts';
import { openLive } from '../src/platform/live.ts';
import { silentLog } from '../src/platform/log.ts';
import { makeSecrets } from '../src/platform/secret.ts';
import { readSettings } from '../src/platform/settings.ts';
import { openStorage } from '../src/platform/storage.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const scratch = join(import.meta.dirname, '..', '..', '.tmp', 'openapi');

/** The description of the API as the server gives it; no database is asked for it. */
async function describe(): Promise<Description> {
  const settings = readSettings({ DATABASE_URL: 'postgresql://nowhere/baton' }, scratch);
  const { db } = openDatabase('postgresql://nowhere/baton', 1);
  const log = silentLog();
  const app = await buildApp({
    db,
    settings,
    storage: await openStorage(settings.storageFolder),
    secrets: makeSecrets(['for the description of the API only']),
    log,
    clock: databaseClock,
    live: openLive(db, log),
    wake: () => {},
  });
  const answer = await app.inject('/api/openapi.json');
  await app.close();
  await db.destroy();
  return answer.json();
}

type Operation = { summary: string; tags: string[]; 'x-access': string };
type Description = { paths: Record<string, Record<string, Operation>> };

/** Every route and who may enter it, area by area, as a page of the documentation. */
function permissions({ paths }: Description): string {
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, one]) => ({
      area: one.tags[0]!,
      line: `| \`${method.toUpperCase()} ${path}\` | ${one['x-access']} | ${one.summary} |`,
    })),
  );
  const tables = areas.flatMap((area) => {
    const lines = routes.filter((route) => route.area === area).map(({ line }) => line);
    return lines.length === 0
      ? []
      : [`## ${area}`, '', '| route | least rank | what |', '|---|---|---|', ...lines, ''];
  });
  return `${introduction}\n${tables.join('\n')}`;
}

const introduction = `# Who may do what

Made from the code by \`npm run -w server generate\`, and held against it by \`bin/check\`.

A permission is an area of the API and a rank in it. The four roles (reader, agent, lead, admin) are
the same rank in every area; a custom role replaces it in the areas that it names; the scopes of a key
limit it further. Every route belongs to one area and asks for a least rank. \`public\` is open to
everybody. Which cases somebody sees is said by their teams, not by this table
([domain](../ARCHITECTURE.md), invariant 10), and what they may do to a case by
\`server/src/slices/cases/policy.ts\`.
`;

const description = await describe();
const files = {
  'openapi.json': `${JSON.stringify(description, null, 2)}\n`,
  'permissions.md': permissions(description),
};
for (const [name, text] of Object.entries(files)) {
  const path = join(docs, name);
  if (!process.argv.includes('--check')) {
    await writeFile(path, text);
    continue;
  }
  const committed = await readFile(path, 'utf8').catch(() => '');
  if (text === committed) continue;
  console.error(`${path} does not fit the API; run: npm run -w server generate`);
  process.exitCode = 1;
}
