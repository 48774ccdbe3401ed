import type { Tier } from '@baton/contract';
import { sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';

/** All tiers in their order. */
export async function allTiers(db: Db | Tx): Promise<Tier[]> {
  return tiers(db).orderBy('place').orderBy(byName('name')).execute();
}

export async function tierById(db: Db | Tx, id: string): Promise<Tier | null> {
  return (await tiers(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** All tiers, for changing their order: one after the other. */
export async function lockTiers(tx: Tx): Promise<Tier[]> {
  await sql`lock table baton.tiers in share row exclusive mode`.execute(tx);
  return allTiers(tx);
}

function tiers(db: Db | Tx) {
  return db.selectFrom('baton.tiers').select(['id', 'name', 'adds', 'place']);
}

export async function insertTier(tx: Tx, tier: Tier): Promise<void> {
  await tx.insertInto('baton.tiers').values(tier).execute();
}

export async function updateTier(tx: Tx, { id, ...fields }: Tier): Promise<void> {
  await tx.updateTable('baton.tiers').set(fields).where('id', '=', id).execute();
}

export async function deleteTierRow(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('baton.tiers').where('id', '=', id).execute();
}
