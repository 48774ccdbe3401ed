import pg from 'pg';

/** Ids in the data of an event that are copied with it. */
const ids = ['customer', 'message', 'solution', 'summary'];
const copiedData = `case when not data ?| '{${ids.join(',')}}' then data else data || jsonb_strip_nulls(jsonb_build_object(${ids
  .map((key) => `'${key}', copy((data->>'${key}')::uuid, n)`)
  .join(', ')})) end`;

/** How a column of the n-th copy is made from the original's; `copy` makes an id of its own. */
const changed: Record<string, Record<string, string>> = {
  customers: { id: 'copy(id, n)' },
  identities: {
    id: 'copy(id, n)',
    customer_id: 'copy(customer_id, n)',
    value: "n || '.' || value",
    shown: "n || '.' || shown",
  },
  cases: {
    id: 'copy(id, n)',
    customer_id: 'copy(customer_id, n)',
    solution_id: 'copy(solution_id, n)',
  },
  case_events: { case_id: 'copy(case_id, n)', data: copiedData },
  messages: {
    id: 'copy(id, n)',
    case_id: 'copy(case_id, n)',
    author_id: "case author_kind when 'customer' then copy(author_id, n) else author_id end",
    author_address: "n || '.' || author_address",
    outbound_id: 'copy(outbound_id, n)',
  },
  outbound: {
    id: 'copy(id, n)',
    case_id: 'copy(case_id, n)',
    message_id: 'copy(message_id, n)',
    mime_id: "n || '.' || mime_id",
  },
  participants: { id: 'copy(id, n)', case_id: 'copy(case_id, n)', address: "n || '.' || address" },
  case_agents: { case_id: 'copy(case_id, n)' },
};

// As the original in time, otherwise by chance (UUID version 8, RFC 9562).
const functions = `
  create function copy(id uuid, n integer) returns uuid language sql immutable as $$
    select (left(id::text, 14) || '8' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid
    from (select md5(id || ':' || n) as hash) h $$`;

/**
 * Copies every case of a small company so many times, with its customer, its messages and its
 * events; they are as valid as the originals, which real commands made.
 */
export async function multiplyCases(url: string, copies: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  await client.query(functions);
  // What the originals refer to, the copies do: checking each again would only take time.
  await client.query('set session_replication_role = replica');
  for (const [table, columns] of Object.entries(changed)) {
    const { rows } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and attidentity = ''
         and not attisdropped`,
      [`baton.${table}`],
    );
    const names = rows.map(({ name }) => name);
    const values = names.map((name) => columns[name] ?? name);
    await client.query(
      `insert into baton.${table} (${names.join(', ')})
       select ${values.join(', ')} from baton.${table}, generate_series(1, ${copies}) n`,
    );
  }
  await client.query('vacuum analyze');
  await client.end();
}
