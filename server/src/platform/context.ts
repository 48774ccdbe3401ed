import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { DB } from './database-types.ts';
import type { Live } from './live.ts';
import type { Logger } from './log.ts';
import type { Secrets } from './secret.ts';
import type { Settings } from './settings.ts';
import type { Storage } from './storage.ts';
import type { Clock } from './clock.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

/** What the server is made of; built once in `main.ts` and in the tests' harness. */
export type Deps = {
  db: Db;
  settings: Settings;
  storage: Storage;
  secrets: Secrets;
  log: Logger;
  clock: Clock;
  /** Tells whoever watches, here and on other servers, what was committed. */
  live: Live;
  /** Says that work was committed, so that it is taken up at once and not at the next look. */
  wake: () => void;
};

/** What a command gets: its transaction, who acts, when, and what the server is made of. */
export type Ctx = { tx: Tx; actor: Actor; now: Date; deps: Deps };
