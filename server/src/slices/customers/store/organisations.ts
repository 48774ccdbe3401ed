import { sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';

export type OrganisationRow = {
  id: string;
  name: string;
  note: string | null;
  created_at: Date;
  version: number;
};

export async function organisationById(db: Db | Tx, id: string): Promise<OrganisationRow | null> {
  return (await organisations(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The one with this name, whatever its case. */
export async function organisationNamed(db: Db | Tx, name: string): Promise<string | null> {
  const row = await organisations(db)
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function lockOrganisation(tx: Tx, id: string): Promise<OrganisationRow | null> {
  return (await organisations(tx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** Organisations by name, one beyond the limit; `q` is the beginning of a word in the name. */
export async function listOrganisations(
  db: Db | Tx,
  {
    q,
    after,
    limit,
  }: { q?: string | undefined; after: readonly [string, string] | undefined; limit: number },
): Promise<OrganisationRow[]> {
  let query = organisations(db)
    .orderBy(byName('name'))
    .orderBy('id')
    .limit(limit + 1);
  if (q !== undefined && q.trim() !== '') {
    const plain = q
      .trim()
      .toLowerCase()
      .replaceAll(/[\\%_]/g, String.raw`\$&`);
    query = query.where(sql<boolean>`' ' || lower(name) like ${`% ${plain}%`}`);
  }
  if (after)
    query = query.where(sql<boolean>`(${byName('name')}, id) > (${after[0]}, ${after[1]}::uuid)`);
  return query.execute();
}

function organisations(db: Db | Tx) {
  return db
    .selectFrom('baton.organisations')
    .select(['id', 'name', 'note', 'created_at', 'version']);
}

export async function insertOrganisation(
  tx: Tx,
  row: { id: string; name: string; note: string | null },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('baton.organisations')
    .values({ ...row, created_at: now })
    .execute();
}

export async function updateOrganisation(
  tx: Tx,
  { id, name, note }: Pick<OrganisationRow, 'id' | 'name' | 'note'>,
): Promise<void> {
  await tx
    .updateTable('baton.organisations')
    .set((set) => ({ name, note, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
