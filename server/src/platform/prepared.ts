import { createHash } from 'node:crypto';
import pg from 'pg';

/** Each connection keeps its plans in memory: statements beyond these are planned each time. */
const mostStatements = 500;
const isStatement = /^\s*(select|insert|update|delete|with)\b/i;

const names = new Map<string, string>();
/** Raised when a migration changed what prepared statements read: they are prepared anew. */
let generation = 0;

type Query = (text: unknown, ...values: unknown[]) => Promise<pg.QueryResult>;

/**
 * Has a connection plan each statement once and only run it from then on: for short statements
 * planning costs as much as running. Not behind a pooler in transaction mode, where the next
 * statement may meet another connection.
 */
export function prepareStatements(client: pg.PoolClient): void {
  const query: Query = client.query.bind(client);
  const prepared = async (text: string, values: unknown) => {
    const named = () => query({ name: nameOf(text), text, values });
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

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return `${known}.${generation}`;
  if (names.size >= mostStatements) return undefined;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return `${name}.${generation}`;
}

/** A column was added to what a prepared `select *` reads. */
export function isOutdatedPlan(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === '0A000' &&
    error.message.startsWith('cached plan')
  );
}
