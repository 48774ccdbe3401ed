import type pg from 'pg';
import type { Deps } from './context.ts';
import { letGo, openDirect } from './direct-connection.ts';

/**
 * Locks over all servers that are held for as long as a connection of ours lives: whoever dies lets
 * go of them at once.
 */
export class SessionLocks {
  readonly #deps: Pick<Deps, 'settings'>;
  readonly #class: number;
  readonly #answerMs: number;
  readonly #onLost: () => void;
  readonly #held = new Set<number>();
  #client: pg.Client | null = null;

  /**
   * @param lockClass tells one kind of locks from another
   * @param onLost called when the connection ended, and all locks with it
   */
  constructor(
    deps: Pick<Deps, 'settings'>,
    { lockClass, answerMs = 10_000 }: { lockClass: number; answerMs?: number },
    onLost: () => void,
  ) {
    this.#deps = deps;
    this.#class = lockClass;
    this.#answerMs = answerMs;
    this.#onLost = onLost;
  }

  /**
   * Takes a lock if nobody else has it.
   * @throws what the database says; all locks are lost then
   */
  async take(key: number): Promise<boolean> {
    if (this.#held.has(key)) return true;
    const taken = await this.#ask('select pg_try_advisory_lock($1, $2) as done', key);
    if (taken) this.#held.add(key);
    return taken;
  }

  /** Gives a lock back. @throws what the database says; all locks are lost then */
  async give(key: number): Promise<void> {
    if (!this.#held.delete(key)) return;
    await this.#ask('select pg_advisory_unlock($1, $2) as done', key);
  }

  /** Makes sure that the locks are still held: a connection may be gone without a word. */
  async check(): Promise<void> {
    if (this.#client) await this.#query(this.#client, 'select true as done', []);
  }

  /** Gives all of them back. */
  close(): void {
    const client = this.#client;
    this.#client = null;
    this.#held.clear();
    if (client) letGo(client);
  }

  async #ask(query: string, key: number): Promise<boolean> {
    this.#client ??= await this.#connect();
    return this.#query(this.#client, query, [this.#class, key]);
  }

  async #query(client: pg.Client, query: string, values: number[]): Promise<boolean> {
    try {
      const { rows } = await client.query<{ done: boolean }>(query, values);
      return rows[0]!.done;
    } catch (error) {
      this.#lose(client);
      throw error;
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = await openDirect(this.#deps, `baton locks ${process.pid}`, this.#answerMs);
    client.on('end', () => this.#lose(client));
    return client;
  }

  #lose(client: pg.Client): void {
    if (this.#client !== client) return;
    this.close();
    this.#onLost();
  }
}
