import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { BatonRelays } from '../../../platform/database-types.ts';

/** The relay of a brand with how it is; its secrets sealed. */
export type RelayRow = Selectable<BatonRelays>;

/** How a relay is connected to; what people set. */
export type RelayColumns = Omit<
  RelayRow,
  'brand_id' | 'version' | 'trouble' | 'trouble_said' | 'trouble_since'
>;

export async function relayOfBrand(db: Db | Tx, brandId: string): Promise<RelayRow | null> {
  const rows = db.selectFrom('baton.relays').selectAll().where('brand_id', '=', brandId);
  return (await rows.executeTakeFirst()) ?? null;
}

/** Whether mail of a brand has a relay to leave by: its own or, at `defaultUrl`, the default one. */
export async function mayLeave(
  tx: Tx,
  defaultUrl: string | undefined,
  brandId: string,
): Promise<boolean> {
  return defaultUrl !== undefined || (await relayOfBrand(tx, brandId)) !== null;
}

export async function allRelays(db: Db | Tx): Promise<RelayRow[]> {
  return db.selectFrom('baton.relays').selectAll().orderBy('brand_id').execute();
}

/** Sets the relay of a brand, under a new version; what was wrong with the one before is gone. */
export async function putRelay(tx: Tx, brandId: string, columns: RelayColumns): Promise<void> {
  const anew = {
    version: sql<number>`nextval('baton.relay_versions')`,
    trouble: null,
    trouble_said: null,
    trouble_since: null,
  };
  await tx
    .insertInto('baton.relays')
    .values({ ...columns, brand_id: brandId })
    .onConflict((oc) => oc.column('brand_id').doUpdateSet({ ...columns, ...anew }))
    .execute();
}

/** @returns whether there was one */
export async function deleteRelay(tx: Tx, brandId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('baton.relays')
    .where('brand_id', '=', brandId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

type Trouble = { code: string; said: string | null };

/** Keeps what is wrong with a relay, and since when; null: it works. Not of settings that are gone. */
export async function noteRelayTrouble(
  db: Db,
  { brand_id: id, version }: RelayRow,
  trouble: Trouble | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable('baton.relays')
    .set({
      trouble: trouble?.code ?? null,
      trouble_said: trouble?.said ?? null,
      trouble_since: trouble && sql<Date>`coalesce(trouble_since, ${now})`,
    })
    .where('brand_id', '=', id)
    .where('version', '=', version)
    .execute();
}

/** Keeps a refresh token that took the place of the one that was used; both are sealed. */
export async function keepRelayToken(db: Db, used: RelayRow, fresh: string): Promise<void> {
  await db
    .updateTable('baton.relays')
    .set({ refresh_token_sealed: fresh })
    .where('brand_id', '=', used.brand_id)
    .where('refresh_token_sealed', '=', used.refresh_token_sealed)
    .execute();
}

/** The same secrets under another seal. Only while nobody changed them. */
export async function replaceRelaySeals(
  db: Db,
  before: RelayRow,
  after: Pick<RelayRow, 'password_sealed' | 'client_secret_sealed' | 'refresh_token_sealed'>,
): Promise<void> {
  await db
    .updateTable('baton.relays')
    .set(after)
    .where('brand_id', '=', before.brand_id)
    .where('version', '=', before.version)
    .where(sql<boolean>`refresh_token_sealed is not distinct from ${before.refresh_token_sealed}`)
    .execute();
}

/** How many brands there are, and how many of them have a relay of their own. */
export async function countRelays(db: Db): Promise<{ brands: number; relays: number }> {
  const { rows } = await sql<{ brands: number; relays: number }>`
    select count(*)::int as brands, count(r.brand_id)::int as relays
    from baton.brands b left join baton.relays r on r.brand_id = b.id`.execute(db);
  return rows[0]!;
}
