import { CompiledQuery, PostgresDialect, type PostgresDialectConfig, PostgresDriver } from 'kysely';
import type pg from 'pg';
import { openingMs } from './opening.ts';
import { errorCode } from './start-error.ts';

/** How long the database may keep us waiting, in milliseconds. */
export type Limits = {
  /** For a connection, be it a new one or one that others hold. */
  connectMs: number;
  /** For one statement of a transaction, and for what we do between two; kept by the database. */
  statementMs: number;
  /** For any answer; longer than the limit of statements, so it ends what no longer answers. */
  answerMs: number;
  /** Whether a commit may come back before it is on the disk; else nothing acknowledged is lost. */
  lazily?: boolean;
};

/** What whoever waits for a page bears, with room for the largest sweep. */
export const usualLimits: Limits = { connectMs: openingMs, statementMs: 60_000, answerMs: 65_000 };

/** For `doctor` and its like, which go through everything: 0 is no limit. */
export const noLimits: Limits = { connectMs: openingMs, statementMs: 0, answerMs: 0 };

/** For what is made as a whole or begun anew, and acknowledges nothing to anybody. */
export const lazyLimits: Limits = { ...noLimits, lazily: true };

/** There was no connection to be had: nothing was begun. */
export class DatabaseAway extends Error {
  readonly code = 'DATABASE_AWAY';
  constructor(cause: unknown) {
    super('There is no connection to the database.', { cause });
    this.name = 'DatabaseAway';
  }
}

/** The connection ended on the way, or no longer answered. */
export class DatabaseLost extends Error {
  readonly code = 'DATABASE_LOST';
  constructor(cause: unknown) {
    super('The connection to the database was lost.', { cause });
    this.name = 'DatabaseLost';
  }
}

/**
 * PostgreSQL through a pool, with limits that hold for each transaction. They are set in the
 * message that begins it: that costs no round trip, and unlike options of the connection or
 * settings of the session it also works through a pooler in transaction mode.
 */
export class PatientDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  readonly #limits: Limits;

  constructor(config: PostgresDialectConfig, limits: Limits) {
    super(config);
    this.#config = config;
    this.#limits = limits;
  }

  override createDriver(): PostgresDriver {
    return new PatientDriver(this.#config, this.#limits);
  }
}

type Acquire = PostgresDriver['acquireConnection'];
type Begin = PostgresDriver['beginTransaction'];

class PatientDriver extends PostgresDriver {
  readonly #limits: string;

  constructor(config: PostgresDialectConfig, { statementMs, lazily = false }: Limits) {
    super(config);
    this.#limits =
      `set local statement_timeout = ${statementMs}; ` +
      `set local idle_in_transaction_session_timeout = ${statementMs}` +
      (lazily ? '; set local synchronous_commit = off' : '');
  }

  override async acquireConnection(...given: Parameters<Acquire>): ReturnType<Acquire> {
    return super.acquireConnection(...given).catch((cause: unknown) => {
      throw new DatabaseAway(cause);
    });
  }

  /** Always with the isolation of the database's settings: nothing of ours asks for another. */
  override async beginTransaction(...[connection]: Parameters<Begin>): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`begin; ${this.#limits}`));
  }
}

type Query = (...given: unknown[]) => unknown;

/**
 * Watches over a connection of a pool: one that ends while it is held (a restart, a failover)
 * fails the statement that needs it, and one that does not answer in time is given up for good.
 */
export function watchOver(client: pg.PoolClient): void {
  // The pool listens to idle connections only; without a listener the event ends the process.
  client.on('error', () => {});
  const query: Query = client.query.bind(client);
  const watched: Query = (...given) => {
    const answer = query(...given);
    return answer instanceof Promise ? answer.catch(explain) : answer;
  };
  const explain = (error: unknown) => {
    const message = error instanceof Error ? error.message : '';
    if (message === 'Query read timeout') {
      // It is still busy with the statement; whoever came next would wait behind it.
      end(client);
      throw new DatabaseLost(error);
    }
    if (lost.test(message) || lostCodes.has(errorCode(error) ?? '')) throw new DatabaseLost(error);
    throw error;
  };
  client.query = watched as typeof client.query;
}

/** Without waiting: it would not answer. */
function end(client: pg.Client): void {
  client.end().catch(() => {});
}

/** What the driver says, which gives these errors no code. */
const lost = /^Connection terminated|is not queryable$/;
const lostCodes = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
