import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import { type CaseForMail, caseForMail } from './for-mail.ts';
import { mergeChain } from './merging.ts';

/** The case to which the mail of a merged one goes now: the survivor of all merges after it. */
export async function followMerges(db: Db | Tx, found: CaseForMail): Promise<CaseForMail> {
  if (found.status !== 'merged') return found;
  const survivor = (await mergeChain(db, found.id)).at(-1)!;
  return (await caseForMail(db, { id: survivor }))!;
}

/** The case to which somebody's words belong since a merge was taken back, by which they had come. */
export async function returnedTo(db: Db | Tx, caseId: string, address: string) {
  const { rows } = await sql<{ id: string }>`
    with recursive back as (
      select ${caseId}::uuid as id, 0 as steps
      union all
      select p.from_case, back.steps + 1 from back
      join baton.participants p on p.case_id = back.id and p.address = ${address}
        and p.left_at is not null and p.from_case is not null
      where back.steps < 20
    )
    select id from back where steps > 0 order by steps desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
