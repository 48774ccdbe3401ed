import { sql } from 'kysely';
import { plus } from '../../../kernel/instant.ts';
import type { Db } from '../../../platform/context.ts';

/**
 * Forgets claims that no message can meet any more, so many at most: those that are older by `withinMs`
 * than now, and than each message that was received and is still to be judged. One that is being
 * renewed right now is locked, and stays.
 * @returns how many it were
 */
export async function forgetClaims(
  db: Db,
  { now, withinMs }: { now: Date; withinMs: number },
  limit: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from baton.inbound_once where fingerprint in (
      select fingerprint from baton.inbound_once
      where at < least(${plus(now, -withinMs)}, (
        select min(received_at) from baton.inbound where outcome = 'processing')
          - ${withinMs} * interval '1 millisecond')
      order by at limit ${limit} for update skip locked)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * Forgets automatic mail that was counted before then, so many at most.
 * @returns how many it were
 */
export async function forgetAutomaticMail(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from baton.automatic_mail where (address, outbound_id) in (
      select address, outbound_id from baton.automatic_mail
      where at < ${before} order by at limit ${limit})`.execute(db);
  return Number(numAffectedRows ?? 0);
}
