import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/context.ts';
import { type Scope, visibleParts, visibleTo } from '../../cases/index.ts';
import { conditionsOf, type FoundRow, named, type Narrowing, type Page, shown } from './find.ts';

/** What a query asks for, of whom, narrowed to what. */
type Asked = { query: string; scope: Scope; narrowing: Narrowing };

/** How far each way of looking goes before another one is taken. */
const usual = {
  /** Of a word that stands in every twentieth case, so many of the latest fill a page. */
  newest: 400,
  /** So many hits are sorted at once; of more the latest cases are gone through instead. */
  few: 2000,
  /** Where so many of the latest cases do not fill a page, all hits are looked at after all. */
  latest: 5000,
};

/**
 * Cases within the scope that hold the words of a query, the latest number first. The index gives
 * what matches in no order: for a rare word all of it is sorted. A word of which there are very many
 * is soon met among the latest cases, which are gone through without the index; and of whoever sees
 * few cases, these are gone through (ADR 0079, 0090).
 */
export async function casesWith(
  tx: Tx,
  asked: Asked,
  page: Page,
  { newest, few, latest } = usual,
): Promise<FoundRow[]> {
  const soon = await amongLatest(tx, asked, page, newest);
  if (soon.length === page.limit) return soon;
  const rare = (await amongFew(tx, asked, page, few)) ?? (await amongSeen(tx, asked, page, few));
  if (rare !== null) return rare;
  const recent = await amongLatest(tx, asked, page, latest);
  return recent.length === page.limit ? recent : amongAll(tx, asked, page);
}

/** Null where there are many. */
async function amongFew(tx: Tx, asked: Asked, page: Page, few: number): Promise<FoundRow[] | null> {
  const { rows } = await sql<FoundRow & { hits: number; id: string | null }>`
    with wanted as materialized (select ${asked.query}::tsquery as query),
    found as materialized (
      select d.case_id, d.number from baton.search_documents d
      where d.words @@ (select query from wanted) ${below(page)} limit ${sql.lit(few + 1)}),
    counted as materialized (select count(*) as hits from found)
    select counted.hits, page.* from counted left join lateral (
      select ${shown}
      from (
        select distinct case_id, number from found
        where (select hits from counted) <= ${sql.lit(few)} order by number desc offset 0) f
      ${allowed(asked, sql`f.case_id`)}
      ${named}
      order by f.number desc limit ${sql.lit(page.limit)}) page on true`.execute(tx);
  if (rows[0]!.hits > few) return null;
  return rows.filter(({ id }) => id !== null);
}

/** Among all that may be shown at all, where that is little; null where it is much. */
async function amongSeen(
  tx: Tx,
  asked: Asked,
  page: Page,
  few: number,
): Promise<FoundRow[] | null> {
  const { rows } = await sql<FoundRow & { hits: number; id: string | null }>`
    with wanted as materialized (select ${asked.query}::tsquery as query),
    seen as materialized (select distinct id, number from (${seenParts(asked, page, few)}) part),
    counted as materialized (select count(*) as hits from seen)
    select counted.hits, page.* from counted left join lateral (
      select ${shown}
      from (
        select id, number from seen
        where (select hits from counted) <= ${sql.lit(few)} and exists (
          select from baton.search_documents d
          where d.case_id = seen.id and d.words @@ (select query from wanted))
        order by number desc offset 0) f
      cross join lateral (select c.* from baton.cases c where c.id = f.id offset 0) c
      ${named}
      order by f.number desc limit ${sql.lit(page.limit)}) page on true`.execute(tx);
  if (rows[0]!.hits > few) return null;
  return rows.filter(({ id }) => id !== null);
}

/** Each part of what may be seen by an index of its own, and of each one more than are few. */
function seenParts({ scope, narrowing }: Asked, { before }: Page, few: number) {
  const conditions = conditionsOf(narrowing);
  if (before !== null) conditions.push(sql`c.number < ${before}`);
  const parts = visibleParts(scope).map(
    (part) => sql`(
      select c.id, c.number from baton.cases c
      where ${sql.join([part, ...conditions], sql` and `)} limit ${sql.lit(few + 1)})`,
  );
  return sql.join(parts, sql` union all `);
}

/** Among so many of the latest cases; not by the index, which knows no order. */
async function amongLatest(tx: Tx, asked: Asked, page: Page, among: number): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    with wanted as materialized (select ${asked.query}::tsquery as query)
    select ${shown}
    from (
      select d.case_id, d.number from (
        select case_id, part, number, words from baton.search_documents d
        where true ${below(page)} order by number desc, part desc limit ${sql.lit(among)}) d
      where (d.words @@ (select query from wanted)) is true and ${isFirst}
      order by d.number desc offset 0) f
    ${allowed(asked, sql`f.case_id`)}
    ${named}
    order by f.number desc limit ${sql.lit(page.limit)}`.execute(tx);
  return rows;
}

async function amongAll(tx: Tx, asked: Asked, page: Page): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    with wanted as materialized (select ${asked.query}::tsquery as query),
    found as materialized (
      select d.case_id, d.number from baton.search_documents d
      where d.words @@ (select query from wanted) ${below(page)} and ${isFirst})
    select ${shown}
    from (select case_id, number from found order by number desc offset 0) f
    ${allowed(asked, sql`f.case_id`)}
    ${named}
    order by f.number desc limit ${sql.lit(page.limit)}`.execute(tx);
  return rows;
}

const below = ({ before }: Page) => (before === null ? sql`` : sql`and d.number < ${before}`);

/** Of the rows of a long conversation only the first that matches. */
const isFirst = sql`(d.part = 0 or not exists (
  select from baton.search_documents e
  where e.case_id = d.case_id and e.part < d.part and e.words @@ (select query from wanted)))`;

/** The case, looked at only when its turn comes. */
function allowed({ scope, narrowing }: Asked, id: RawBuilder<unknown>) {
  const conditions = [sql`c.id = ${id}`, visibleTo(scope), ...conditionsOf(narrowing)];
  return sql`
    cross join lateral (
      select c.* from baton.cases c where ${sql.join(conditions, sql` and `)} offset 0) c`;
}
