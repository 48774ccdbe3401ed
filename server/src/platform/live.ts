import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { DB } from './database-types.ts';
import { newId } from './ids.ts';
import type { Logger } from './log.ts';

/** The channel on which servers tell each other (LISTEN, NOTIFY). */
export const channel = 'baton_live';

const place = z.object({
  agent: z.uuid(),
  /** One open page of the agent. */
  desk: z.uuid(),
  /** Null: it left. */
  case: z.uuid().nullable(),
  doing: z.string(),
});

/** At which case an agent's desk is, and what they do there. */
export type Place = z.infer<typeof place>;

/**
 * What changed: cases; actors (agents, keys) who may no longer enter as they did; where desks are;
 * the pyramid.
 * `missed`: news were missed, so anything may have changed.
 */
export type News = {
  cases: readonly string[];
  actors: readonly string[];
  places: readonly Place[];
  /** Whether levels, teams, or who belongs to them changed. */
  pyramid: boolean;
  missed?: true;
};

/** Tells what was committed to whoever watches, on this server and on the others. */
export type Live = {
  tell: (news: Partial<News>) => void;
  /** Hears what is told here and elsewhere; returns how to stop hearing. */
  watch: (listener: (news: News) => void) => () => void;
  /** What another server told, in its own words. */
  hear: (payload: string) => void;
  /** Says that news may have been missed. */
  missed: () => void;
  /** Resolves once everything that was told has left. */
  settled: () => Promise<void>;
};

/** Others are told in batches, outside of any business transaction. */
const gatherMs = 30;

/** A notification may have 8,000 bytes; an id has 36 and what stands around it; a place is as long as five. */
const mostIds = 150;
const mostPlaces = mostIds / 5;

/** Opens the way on which news travel. What is not told, because the database is away, is only late. */
export function openLive(db: Kysely<DB>, log: Logger): Live {
  const self = newId();
  const listeners = new Set<(news: News) => void>();
  let waiting = nothingYet();
  const leaving = new Set<Promise<void>>();
  let gathering = false;
  let placesTold = Promise.resolve();

  const pass = (news: News) => listeners.forEach((listener) => listener(news));
  const missed = () => pass({ cases: [], actors: [], places: [], pyramid: false, missed: true });

  async function gather(): Promise<void> {
    gathering = true;
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
    gathering = false;
    const { changes, places } = batchesOf(self, waiting);
    waiting = nothingYet();
    // Of what was said of one desk the last that others hear holds; nothing else waits for another.
    placesTold = placesTold.then(() => tellOthers(db, log, places));
    await Promise.all([tellOthers(db, log, changes), placesTold]);
  }

  return {
    tell({ cases = [], actors = [], places = [], pyramid = false }) {
      if (cases.length + actors.length + places.length === 0 && !pyramid) return;
      pass({ cases, actors, places, pyramid });
      for (const id of cases) waiting.cases.add(id);
      for (const id of actors) waiting.actors.add(id);
      for (const one of places) waiting.places.set(`${one.agent} ${one.desk}`, one);
      waiting.pyramid ||= pyramid;
      if (gathering) return;
      const telling = gather().finally(() => leaving.delete(telling));
      leaving.add(telling);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hear(payload) {
      const told = toldOf(payload);
      if (!told) missed();
      else if (told.from !== self) pass(told);
    },
    missed,
    settled: async () => {
      while (leaving.size > 0) await Promise.all(leaving);
    },
  };
}

/** In their order, each when the one before has gone. */
async function tellOthers(db: Kysely<DB>, log: Logger, batches: Told[]): Promise<void> {
  try {
    for (const batch of batches) {
      await sql`select pg_notify(${channel}, ${JSON.stringify(batch)})`.execute(db);
    }
  } catch (error) {
    log.warn(
      { err: error },
      'Other servers could not be told what changed; their desks ask later.',
    );
  }
}

const told = z.object({
  from: z.string(),
  cases: z.array(z.uuid()),
  actors: z.array(z.uuid()),
  // A server of an earlier version tells of none.
  places: z.array(place).default([]),
  pyramid: z.boolean().default(false),
});
type Told = z.infer<typeof told>;
type Waiting = {
  cases: Set<string>;
  actors: Set<string>;
  places: Map<string, Place>;
  pyramid: boolean;
};

const nothingYet = (): Waiting => ({
  cases: new Set(),
  actors: new Set(),
  places: new Map(),
  pyramid: false,
});

/** What another server told; null for what is none of ours: whoever is in the database may notify. */
function toldOf(payload: string): Told | null {
  try {
    return told.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

/** What changed, and where desks are, in as many notifications as it takes. */
function batchesOf(from: string, waiting: Waiting): { changes: Told[]; places: Told[] } {
  const nothing = { from, actors: [], cases: [], places: [], pyramid: false };
  const changes: Told[] = [];
  const cases = [...waiting.cases];
  const actors = [...waiting.actors];
  while (cases.length + actors.length > 0) {
    const some = actors.splice(0, mostIds);
    changes.push({ ...nothing, actors: some, cases: cases.splice(0, mostIds - some.length) });
  }
  if (waiting.pyramid) changes.push({ ...nothing, pyramid: true });
  const places: Told[] = [];
  const desks = [...waiting.places.values()];
  while (desks.length > 0) places.push({ ...nothing, places: desks.splice(0, mostPlaces) });
  return { changes, places };
}
