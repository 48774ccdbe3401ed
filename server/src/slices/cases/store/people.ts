import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { Participant } from '../change.ts';

/** Who takes part in a case from outside, and who did; by address. */
export async function participantsOfCase(db: Db | Tx, caseId: string) {
  return db
    .selectFrom('baton.participants')
    .select(['id', 'address', 'name', 'left_at as leftAt'])
    .select(sql<Participant['role']>`role`.as('role'))
    .where('case_id', '=', caseId)
    .orderBy('role', 'desc')
    .orderBy('address')
    .execute();
}
export type ParticipantRow = Awaited<ReturnType<typeof participantsOfCase>>[number];

/** What the owner says to the unknown sender of a message. */
export async function setStranger(tx: Tx, messageId: string, answer: 'admitted' | 'turned_away') {
  await tx
    .updateTable('baton.messages')
    .set({ stranger: answer })
    .where('id', '=', messageId)
    .execute();
}

/** Who wrote at first what was forwarded to us and opened the case; null when it was not forwarded. */
export async function forwardedBy(db: Db | Tx, caseId: string) {
  const row = await db
    .selectFrom('baton.messages')
    .select(['forwarded_name as name', 'forwarded_address as address'])
    .where('case_id', '=', caseId)
    .where('forwarded_address', 'is not', null)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.address ? { name: row.name, address: row.address } : null;
}
