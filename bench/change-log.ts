import pg from 'pg';

/** One change of one row, as the database wrote it down. Values are texts as SQL reads them. */
export type RowChange = {
  table: string;
  kind: 'INSERT' | 'UPDATE' | 'DELETE';
  values: [column: string, value: string | null][];
};

/** The changes of one transaction, in order. */
export type Transaction = RowChange[];

/**
 * Runs `work` and tells which rows it changed, commit by commit, as PostgreSQL's own log has it
 * (logical decoding). The queue's book-keeping is left out: rows of the queue's tables, and the
 * removal of work that was moved to it.
 */
export async function recorded<T>(
  url: string,
  work: () => Promise<T>,
): Promise<{ result: T; transactions: Transaction[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select pg_create_logical_replication_slot('bench', 'test_decoding', true)`);
    const result = await work();
    const { rows } = await client.query<{ data: string }>(
      `select data from pg_logical_slot_get_changes('bench', null, null)`,
    );
    return { result, transactions: transactionsOf(rows.map(({ data }) => data)) };
  } finally {
    await client.end();
  }
}

function transactionsOf(lines: string[]): Transaction[] {
  const transactions: Transaction[] = [];
  let open: Transaction = [];
  for (const line of lines) {
    if (line.startsWith('BEGIN')) open = [];
    else if (line.startsWith('COMMIT')) transactions.push(open);
    else open.push(changeOf(line));
  }
  return transactions
    .map((changes) => changes.filter(isOurs))
    .filter((changes) => changes.length > 0);
}

function isOurs({ table, kind }: RowChange): boolean {
  if (table === 'baton.work') return kind === 'INSERT';
  return table.startsWith('baton.') && table !== 'baton.servers';
}

/** `table baton.work: INSERT: id[bigint]:1 task[text]:'mail.parse' run_at[...]:null` */
function changeOf(line: string): RowChange {
  const [, table, kind, rest] = /^table (\S+): (INSERT|UPDATE|DELETE): (.*)$/s.exec(line)!;
  const values = rest!.matchAll(
    /(?<column>\w+)\[[a-z0-9 ]+(?:\[\])?\]:(?:'(?<quoted>(?:[^']|'')*)'|(?<bare>\S+))/g,
  );
  return {
    table: table!,
    kind: kind as RowChange['kind'],
    values: [...values].map(({ groups }) => {
      const { column, quoted, bare } = groups!;
      if (bare === 'null') return [column!, null];
      return [column!, quoted?.replaceAll("''", "'") ?? bare!];
    }),
  };
}
