import { sql } from 'kysely';
import type { Opened } from '../../server/src/cli/open.ts';

/** What belongs to a case, and how a column of its n-th copy is made. */
const parts: Record<string, Record<string, string>> = {
  cases: { id: 'pg_temp.copy(id, n)', due_at: "due_at + n * interval '1 second'" },
  case_events: { case_id: 'pg_temp.copy(case_id, n)' },
  messages: { id: 'pg_temp.copy(id, n)', case_id: 'pg_temp.copy(case_id, n)' },
  participants: { id: 'pg_temp.copy(id, n)', case_id: 'pg_temp.copy(case_id, n)' },
  case_agents: { case_id: 'pg_temp.copy(case_id, n)' },
};

/** As the original in time, otherwise by chance (UUID version 8, RFC 9562). */
const copy = sql`
  create function pg_temp.copy(id uuid, n integer) returns uuid language sql as $$
    select (left(id::text, 14) || '8' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid
    from (select md5(id || ':' || n) as hash) h $$`;

/**
 * Copies a case so many times, with all that belongs to it, each due a second after the other:
 * opening them one by one would take minutes.
 */
export async function copyCase({ deps }: Opened, caseId: string, copies: number): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    await copy.execute(tx);
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const [table, changed] of Object.entries(parts)) {
      const { rows } = await sql<{ name: string }>`
        select attname as name from pg_attribute
        where attrelid = ${`baton.${table}`}::regclass and attnum > 0 and attgenerated = ''
          and attidentity = '' and not attisdropped`.execute(tx);
      const names = rows.map(({ name }) => name);
      const values = names.map((name) => sql.raw(changed[name] ?? name));
      await sql`
        insert into ${sql.table(`baton.${table}`)} (${sql.join(names.map((name) => sql.ref(name)))})
        select ${sql.join(values)}
        from ${sql.table(`baton.${table}`)}, generate_series(1, ${sql.lit(copies)}) n
        where ${sql.ref(table === 'cases' ? 'id' : 'case_id')} = ${caseId}`.execute(tx);
    }
  });
  await sql`analyze baton.cases`.execute(deps.db);
}
