import pg from 'pg';
import type { Deps } from './context.ts';

/**
 * Opens a connection of our own, past any pooler, for locks that are held for as long as it lives.
 * A broken one fails the next query, and ends with the event `end`.
 * @param answerMs how long to wait for it, and for each answer
 */
export async function openDirect(
  deps: Pick<Deps, 'settings'>,
  name: string,
  answerMs: number,
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: deps.settings.databaseDirectUrl,
    application_name: name,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
    keepAlive: true,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    letGo(client);
    throw error;
  }
}

/** Ends a connection without waiting for it: one that hangs would not answer. */
export function letGo(client: pg.Client): void {
  client.end().catch(() => {});
}
