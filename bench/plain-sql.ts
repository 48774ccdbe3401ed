import pg from 'pg';
import type { RowChange, Transaction } from './change-log.ts';
import { type Rate, timed } from './rounds.ts';

/** A statement as one would write it by hand: prepared, one row. */
type Statement = { name: string; text: string; values: (string | null)[] };

/** Which columns the database computes itself, and which make up the key of a table. */
type Tables = Map<string, { generated: string[]; key: string[] }>;

/**
 * Writes the recorded changes by plain SQL: the same rows into the same tables with the same
 * indexes and constraints, the same commits, on so many connections. What belongs together stays in
 * its order on one connection. `beforeEach` comes before each transaction.
 * @returns how fast it was, in transactions
 */
export async function writePlainly(
  url: string,
  transactions: Transaction[],
  connections: number,
  beforeEach: () => Promise<unknown> = async () => {},
): Promise<Rate> {
  const pool = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
  await Promise.all(pool.map((client) => client.connect()));
  const tables = await tablesOf(pool[0]!);
  const groups = belongingTogether(transactions).map((group) =>
    group.map((changes) => changes.map((change) => statementOf(change, tables))),
  );
  const write = async (client: pg.Client) => {
    for (let group = groups.shift(); group; group = groups.shift()) {
      for (const statements of group) {
        await beforeEach();
        await client.query('begin');
        for (const statement of statements) await client.query(statement);
        await client.query('commit');
      }
    }
  };
  const rate = await timed(async () => {
    await Promise.all(pool.map(write));
    return transactions.length;
  });
  await Promise.all(pool.map((client) => client.end()));
  return rate;
}

async function tablesOf(client: pg.Client): Promise<Tables> {
  const { rows } = await client.query<{ table: string; generated: string[]; key: string[] }>(`
    select 'baton.' || c.relname as table,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attgenerated <> '') as generated,
      array(select a.attname::text from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c where c.relnamespace = 'baton'::regnamespace and c.relkind in ('r', 'p')`);
  return new Map(rows.map((row) => [row.table, row]));
}

function statementOf({ table, kind, values }: RowChange, tables: Tables): Statement {
  const { generated, key } = tables.get(table)!;
  const given = values.filter(([column]) => !generated.includes(column));
  const place = new Map(given.map(([column], index) => [column, `$${index + 1}`]));
  const all = [...place.keys()];
  const where = key.map((column) => `${column} = ${place.get(column)}`).join(' and ');
  const set = all.filter((column) => !key.includes(column)).map((c) => `${c} = ${place.get(c)}`);
  const text = {
    INSERT: `insert into ${table} (${all.join(', ')}) overriding system value values (${[...place.values()].join(', ')})`,
    UPDATE: `update ${table} set ${set.join(', ')} where ${where}`,
    DELETE: `delete from ${table} where ${where}`,
  }[kind];
  return { name: `${kind} ${table}`, text, values: given.map(([, value]) => value) };
}

const uuid = /^[0-9a-f-]{36}$/;

/** Transactions that make and change the same new rows, each group in its order. */
function belongingTogether(transactions: Transaction[]): Transaction[][] {
  const groups = new Set<Transaction[]>();
  const groupOf = new Map<string, Transaction[]>();
  for (const transaction of transactions) {
    const mentioned = transaction.flatMap(({ values }) => values.map(([, value]) => value ?? ''));
    const before = new Set(mentioned.flatMap((value) => [groupOf.get(value) ?? []]));
    const group = [...[...before].flat(), transaction];
    for (const each of before) groups.delete(each);
    groups.add(group);
    for (const id of group.flatMap(madeIn)) groupOf.set(id, group);
  }
  return [...groups];
}

function madeIn(transaction: Transaction): string[] {
  return transaction
    .filter(({ kind }) => kind === 'INSERT')
    .flatMap(({ values }) => values.filter(([column]) => column === 'id').map(([, id]) => id ?? ''))
    .filter((id) => uuid.test(id));
}
