import type { HeldFor } from '@baton/contract';
import { sql } from 'kysely';
import { rememberChanged } from '../../../platform/changes.ts';
import type { Db, Tx } from '../../../platform/context.ts';

/** A height in the pyramid; 1 is the front line. */
export type LevelRow = {
  id: number;
  name: string;
  holdingMs: number;
  resumeAtLeastMs: number;
  waitingLimitMs: number;
  counts: 'elapsed' | 'working';
  runsFrom: 'arrival' | 'opened';
  passesTo: 'next' | 'top';
  /** Holding times of their own. */
  holding: Partial<Record<HeldFor, number>>;
};

/** The clock of a level to begin with: elapsed time from the arrival, up to the next level. */
export const usualClock = {
  counts: 'elapsed',
  runsFrom: 'arrival',
  passesTo: 'next',
  holding: {},
} as const;

export async function levelById(db: Db | Tx, id: number): Promise<LevelRow | null> {
  const row = await levels(db).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Levels from the front line up, one beyond `limit`, from above `after` on. */
export async function listLevels(db: Db | Tx, limit: number, after: number): Promise<LevelRow[]> {
  return levels(db)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit + 1)
    .execute();
}

/** The height of the top; 0 while there is no level. */
export async function topLevel(db: Db | Tx): Promise<number> {
  const row = await db
    .selectFrom('baton.levels')
    .select((select) => select.fn.max('id').as('top'))
    .executeTakeFirst();
  return row?.top ?? 0;
}

/** The level of this name, without regard to case. */
export async function levelByName(db: Db | Tx, name: string): Promise<LevelRow | null> {
  const row = await levels(db)
    .where((where) => where(where.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .executeTakeFirst();
  return row ?? null;
}

export async function insertLevel(tx: Tx, level: LevelRow): Promise<void> {
  await tx
    .insertInto('baton.levels')
    .values({ id: level.id, ...toColumns(level) })
    .execute();
  await putHolding(tx, level);
}

export async function updateLevel(tx: Tx, level: LevelRow): Promise<void> {
  await tx.updateTable('baton.levels').set(toColumns(level)).where('id', '=', level.id).execute();
  await putHolding(tx, level);
}

async function putHolding(tx: Tx, { id, holding }: LevelRow): Promise<void> {
  rememberChanged(tx, { pyramid: true });
  await tx.deleteFrom('baton.level_holding').where('level', '=', id).execute();
  const rows = Object.entries(holding);
  if (rows.length === 0) return;
  await tx
    .insertInto('baton.level_holding')
    .values(rows.map(([key, ms]) => ({ level: id, applies_to: key, holding_ms: ms })))
    .execute();
}

export async function deleteLevelRow(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('baton.levels').where('id', '=', id).execute();
  rememberChanged(tx, { pyramid: true });
}

function levels(db: Db | Tx) {
  return db
    .selectFrom('baton.levels')
    .select(['id', 'name', 'holding_ms as holdingMs'])
    .select(['resume_at_least_ms as resumeAtLeastMs', 'waiting_limit_ms as waitingLimitMs'])
    .select([
      sql<LevelRow['counts']>`counts`.as('counts'),
      sql<LevelRow['runsFrom']>`runs_from`.as('runsFrom'),
      sql<LevelRow['passesTo']>`passes_to`.as('passesTo'),
      sql<LevelRow['holding']>`(select coalesce(jsonb_object_agg(h.applies_to, h.holding_ms), '{}')
        from baton.level_holding h where h.level = levels.id)`.as('holding'),
    ]);
}

function toColumns(level: LevelRow) {
  return {
    name: level.name,
    holding_ms: level.holdingMs,
    resume_at_least_ms: level.resumeAtLeastMs,
    waiting_limit_ms: level.waitingLimitMs,
    counts: level.counts,
    runs_from: level.runsFrom,
    passes_to: level.passesTo,
  };
}
