import type { TestProject } from 'vitest/node';
import { startThrowAwayPostgres } from './throw-away-postgres.ts';
import { ensureTemplate } from './template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL for tests: the address of a database to connect to, and the template's name. */
    postgres: { url: string; template: string };
  }
}

/**
 * One PostgreSQL for all tests of a run: the one at TEST_DATABASE_URL (its user must be allowed to
 * create databases), else an embedded one that is thrown away.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const postgres = given ? { url: given, stop: async () => {} } : await startThrowAwayPostgres();
  project.provide('postgres', { url: postgres.url, template: await ensureTemplate(postgres.url) });
  return postgres.stop;
}
