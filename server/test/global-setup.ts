import type { TestProject } from 'vitest/node';
import { startThrowAwayPostgres } from './throw-away-postgres.ts';
import { ensureTemplate, runAlone } from './template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL for tests: the address of a database to connect to, and the template's name. */
    postgres: { url: string; template: string };
  }
}

/**
 * One PostgreSQL for all tests of a run: the one at TEST_DATABASE_URL (its user must be allowed to
 * create databases), else an embedded one that is thrown away. With TEST_DATABASE_MAJOR it must be
 * of that version, so that a run that was meant for one cannot pass on another.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const postgres = given ? { url: given, stop: async () => {} } : await startThrowAwayPostgres();
  const { rows } = await runAlone(postgres.url, 'show server_version');
  const version = String(rows[0].server_version);
  const wanted = process.env.TEST_DATABASE_MAJOR;
  if (wanted && version.split('.')[0] !== wanted) {
    throw new Error(`These tests were to run on PostgreSQL ${wanted}, but this is ${version}.`);
  }
  console.log(`Tests of ${project.name} run on PostgreSQL ${version}.`);
  project.provide('postgres', { url: postgres.url, template: await ensureTemplate(postgres.url) });
  return () => postgres.stop();
}
