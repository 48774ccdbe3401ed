import { found, withDeps } from './founding.ts';
import { multiplyCases } from './multiply.ts';
import { makeOriginals } from './originals.ts';
import type { BenchPostgres } from './postgres.ts';
import { environmentOn } from './processes.ts';

export type Size = {
  /** Agents at each level. */
  agents: [number, number, number];
  /** Cases that real commands make. */
  closed: number;
  inHands: number;
  /** How often each of them is copied besides. */
  copies: number;
};

/**
 * Fills a database with a company and many cases: what large lists, the search and the pyramid are
 * measured on.
 * @returns the settings of a server on it
 */
export async function fillWithCases(
  postgres: BenchPostgres,
  url: string,
  { agents, copies, ...originals }: Size,
): Promise<Record<string, string>> {
  const env = environmentOn(postgres, url);
  await found(env, agents);
  await withDeps(env, (deps) => makeOriginals(deps, originals));
  await multiplyCases(url, copies);
  return env;
}
