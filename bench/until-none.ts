import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** How long anything may take at most, in milliseconds. */
const patienceMs = 120_000;

/** Waits until a query that counts what is `left` finds nothing. */
export async function untilNone(client: pg.Client, query: string): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < patienceMs;) {
    const { rows } = await client.query<{ left: number }>(query);
    if (rows[0]!.left === 0) return;
    await sleep(50);
  }
  throw new Error(`Not done after ${patienceMs / 1000} s: ${query}`);
}
