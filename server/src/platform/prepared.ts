import pg from 'pg';

/** Each connection keeps its plans in memory: of more statements those used last stay. */
const mostStatements = 500;
/** What was asked once only, as a search by many filters, is not worth a plan: so many are remembered. */
const mostSeen = 1_000;
const isStatement = /^\s*(select|insert|update|delete|with)\b/i;

/** Statements that this process has run, the latest last. */
const seen = new Set<string>();
/** Raised when a migration changed what prepared statements read: they are prepared anew. */
let generation = 0;

/** What the driver remembers of a connection: the statements that the database has, by name. */
type WithParsed = { connection: { parsedStatements: Record<string, string> } };

type Query = (text: unknown, ...values: unknown[]) => Promise<pg.QueryResult>;

/**
 * Lets go of all statements of a connection. What waits behind it under an old name is parsed again,
 * what waits before it is not: the driver forgets at once when the database has, before it goes on.
 */
async function forgetAll(query: Query, connection: WithParsed['connection']): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    void query('deallocate all', (error: Error | null) => {
      if (error) return reject(error);
      connection.parsedStatements = {};
      resolve();
    });
  });
}

/**
 * Has a connection plan each statement that comes again once and only run it from then on: for short
 * statements planning costs as much as running. Not behind a pooler in transaction mode, where the
 * next statement may meet another connection.
 */
export function prepareStatements(client: pg.PoolClient, most = mostStatements): void {
  const query: Query = client.query.bind(client);
  const nameOf = namesOn(client, query, most);
  const prepared = async (text: string, values: unknown) => {
    const named = async () => query({ name: await nameOf(text), text, values });
    try {
      return await named();
    } catch (error) {
      if (!isOutdatedPlan(error)) throw error;
      generation += 1;
      // Inside a transaction everything is void now; whoever runs it tries again.
      if (client.getTransactionStatus() !== 'I') throw error;
      return named();
    }
  };
  const either: Query = (text, ...rest) =>
    typeof text === 'string' && isStatement.test(text) && rest.length < 2
      ? prepared(text, rest[0])
      : query(text, ...rest);
  client.query = either as typeof client.query;
}

/** Under which name a statement is prepared on a connection; undefined where it is not. */
function namesOn(client: pg.PoolClient, query: Query, most: number) {
  const { connection } = client as unknown as WithParsed;
  /** By their texts, the one used last at the end. */
  const names = new Map<string, string>();
  let own = generation;
  let count = 0;
  return async (text: string): Promise<string | undefined> => {
    const isAgain = sawAgain(text);
    // Whatever is asked now is refused, and so would be letting go.
    if (client.getTransactionStatus() === 'E') return undefined;
    if (own !== generation) {
      own = generation;
      names.clear();
      await forgetAll(query, connection);
    }
    const known = names.get(text);
    if (!known && !isAgain) return undefined;
    const name = known ?? `baton.${(count += 1)}`;
    names.delete(text);
    names.set(text, name);
    const [oldest] = names;
    if (oldest && names.size > most) {
      const [gone, itsName] = oldest;
      names.delete(gone);
      // One that the database refused was never there.
      if (itsName in connection.parsedStatements) await query(`deallocate "${itsName}"`);
      delete connection.parsedStatements[itsName];
    }
    return name;
  };
}

/** Whether this process ran a statement lately; from now on it did. */
function sawAgain(text: string): boolean {
  const again = seen.delete(text);
  seen.add(text);
  const [oldest] = seen;
  if (oldest !== undefined && seen.size > mostSeen) seen.delete(oldest);
  return again;
}

/** A column was added to what a prepared `select *` reads. */
export function isOutdatedPlan(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === '0A000' &&
    error.message.startsWith('cached plan')
  );
}
