import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/**
 * Counts an attempt under `key` and says whether it is still within `max` per `windowSeconds`, in
 * one statement and for all servers together. Counting starts anew when the window is over.
 */
export async function countAttempt(
  db: Db,
  key: string,
  { window, max }: { window: number; max: number },
): Promise<{ allowed: boolean; retryAfter: number | null }> {
  const { rows } = await sql<{ count: number; rest: number }>`
    insert into baton.sign_in_attempts as a (key, count, since) values (${key}, 1, now())
    on conflict (key) do update set
      count = case when a.since < now() - make_interval(secs => ${window})
        then 1 else least(a.count + 1, ${max + 1}) end,
      since = case when a.since < now() - make_interval(secs => ${window})
        then now() else a.since end
    returning count,
      ceil(extract(epoch from since + make_interval(secs => ${window}) - now()))::int as rest`.execute(
    db,
  );
  const { count, rest } = rows[0]!;
  const allowed = count <= max;
  return { allowed, retryAfter: allowed ? null : Math.max(1, rest) };
}

/** Attempts under `key` count anew from now on. */
export async function forgetAttempt(db: Db, key: string): Promise<void> {
  await db.deleteFrom('baton.sign_in_attempts').where('key', '=', key).execute();
}

/** Forgets attempts of which no window is left; run daily. */
export async function forgetAttempts(db: Db): Promise<void> {
  await sql`delete from baton.sign_in_attempts where since < now() - interval '1 day'`.execute(db);
}
