import type { Language } from '@baton/contract';
import { sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';

export type BrandRow = {
  id: string;
  name: string;
  address: string | null;
  language: Language;
  zone: string;
  colour: string;
  /** What stands below each mail, by language. */
  footers: Partial<Record<Language, string>>;
  logo: Logo | null;
};
/** A picture by its content; `size` in bytes. */
export type Logo = { sha256: string; type: string; size: number };

export async function brandById(db: Db | Tx, id: string): Promise<BrandRow | null> {
  const row = await brands(db).where('id', '=', id).executeTakeFirst();
  return row ? toBrand(row) : null;
}

/** The same, for changing it: whoever comes second sees what the first has written. */
export async function lockBrand(tx: Tx, id: string): Promise<BrandRow | null> {
  const row = await brands(tx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row ? toBrand(row) : null;
}

/** Brands by name, one beyond `limit`; `sort` is for the cursor. */
export async function listBrands(
  db: Db | Tx,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<(BrandRow & { sort: string })[]> {
  let query = brands(db)
    .select(byName('name').as('sort'))
    .orderBy('sort')
    .orderBy('id')
    .limit(limit + 1);
  if (after) {
    query = query.where(sql<boolean>`(${byName('name')}, id) > (${after[0]}, ${after[1]}::uuid)`);
  }
  return (await query.execute()).map((row) => ({ ...toBrand(row), sort: row.sort }));
}

function brands(db: Db | Tx) {
  return db
    .selectFrom('baton.brands')
    .select(['id', 'name', 'address', 'language', 'zone', 'colour', 'footers'])
    .select(['logo_sha256', 'logo_type', 'logo_size']);
}

type Selected = Awaited<ReturnType<ReturnType<typeof brands>['execute']>>[number];

function toBrand({ logo_sha256: sha256, logo_type: type, logo_size: size, ...row }: Selected) {
  return {
    ...row,
    language: row.language as Language,
    footers: row.footers as BrandRow['footers'],
    logo: sha256 && type && size ? { sha256, type, size } : null,
  };
}

export async function insertBrand(tx: Tx, brand: BrandRow): Promise<void> {
  await tx
    .insertInto('baton.brands')
    .values({ id: brand.id, ...columnsOf(brand) })
    .execute();
}

export async function updateBrand(tx: Tx, brand: BrandRow): Promise<void> {
  await tx.updateTable('baton.brands').set(columnsOf(brand)).where('id', '=', brand.id).execute();
}

function columnsOf({ id: _id, footers, logo, ...fields }: BrandRow) {
  return {
    ...fields,
    footers: JSON.stringify(footers),
    logo_sha256: logo?.sha256 ?? null,
    logo_type: logo?.type ?? null,
    logo_size: logo?.size ?? null,
  };
}

export async function deleteBrandRow(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('baton.brands').where('id', '=', id).execute();
}
