import type { SavedSearchCount } from '@baton/contract';
import type { Actor } from '../../kernel/actor.ts';
import type { Db, Deps } from '../../platform/context.ts';
import { scopeOf, type Scope } from '../cases/index.ts';
import { bounded, mostCounted } from './rules/bounded.ts';
import { casesFound, isNothing, narrowingOf, wantedBy } from './look-for.ts';
import { readWithin } from './store/limit.ts';
import type { SavedRow } from './store/saved.ts';

/** What one may take, and all of them together: what is counted beside a page waits behind it. */
const eachMs = 300;
const allMs = 1500;

/** How many cases of those that an actor may see each kept search finds. */
export async function countsOf(
  { db }: Deps,
  actor: Actor,
  kept: readonly SavedRow[],
): Promise<SavedSearchCount[]> {
  const scope = await scopeOf(db, actor);
  const until = performance.now() + allMs;
  const counts: SavedSearchCount[] = [];
  // One after the other: beside each other they would take the database from whoever waits for a page.
  for (const one of kept) {
    const patienceMs = Math.floor(Math.min(eachMs, until - performance.now()));
    const count = patienceMs < 1 ? null : await countOf(db, actor, scope, one, patienceMs);
    counts.push({ id: one.id, ...bounded(count) });
  }
  return counts;
}

/** One beyond the most where there are more; null when it takes too long. */
async function countOf(
  db: Db,
  actor: Actor,
  scope: Scope,
  { search: { q = '', ...fields } }: SavedRow,
  patienceMs: number,
): Promise<number | null> {
  const wanted = await wantedBy(db, q);
  if (isNothing(wanted, q)) return 0;
  const page = { narrowing: narrowingOf(fields, actor), limit: mostCounted, before: null };
  const found = await readWithin(db, patienceMs, (tx) => casesFound(tx, wanted.query, scope, page));
  return found && found.length;
}
