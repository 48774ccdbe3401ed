import type { Db, Tx } from '../../../platform/context.ts';

/** The message that opened a case, as it came in by mail; null for a case opened otherwise. */
export async function openingMail(db: Db | Tx, caseId: string) {
  const row = await db
    .selectFrom('baton.inbound')
    .select(['recipients', 'received_at as receivedAt', 'written_at as writtenAt'])
    .where('case_id', '=', caseId)
    .where('outcome', '=', 'opened')
    .executeTakeFirst();
  return row ?? null;
}

/** The language in which the customer wrote last; null when none was told. */
export async function lastLanguage(db: Db | Tx, caseId: string): Promise<string | null> {
  const row = await db
    .selectFrom('baton.messages')
    .select('language')
    .where('case_id', '=', caseId)
    .where('direction', '=', 'in')
    .where('author_kind', '=', 'customer')
    .where('automatic', '=', false)
    .where('language', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.language ?? null;
}
