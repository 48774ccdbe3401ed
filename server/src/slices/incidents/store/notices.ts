import { sql } from 'kysely';
import type { Tx } from '../../../platform/context.ts';

export type NoticeRow = {
  incidentId: string;
  customerId: string;
  kinds: string[];
  language: string;
  subject: string;
  text: string;
};

/** Prepares what a customer is told; what was prepared before stays as it was edited. */
export async function insertNotices(tx: Tx, rows: NoticeRow[], now: Date): Promise<number> {
  if (rows.length === 0) return 0;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('baton.incident_notices')
    .values(
      rows.map((row) => ({
        incident_id: row.incidentId,
        customer_id: row.customerId,
        kinds: row.kinds,
        language: row.language,
        subject: row.subject,
        text: row.text,
        prepared_at: now,
      })),
    )
    .onConflict((on) => on.columns(['incident_id', 'customer_id']).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

/** Notices that wait to be sent, locked, in the order of their customers. */
export async function lockPrepared(tx: Tx, incidentId: string, limit: number) {
  return tx
    .selectFrom('baton.incident_notices')
    .select(['customer_id as customerId', 'language', 'subject', 'text'])
    .where('incident_id', '=', incidentId)
    .where('state', '=', 'prepared')
    .orderBy('customer_id')
    .limit(limit)
    .forUpdate()
    .execute();
}

export async function countPrepared(tx: Tx, incidentId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('baton.incident_notices')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('incident_id', '=', incidentId)
    .where('state', '=', 'prepared')
    .executeTakeFirstOrThrow();
  return count;
}

type Outcome = { sentAt: Date; caseId: string } | { trouble: string };

/** Writes down what became of a notice. */
export async function settleNotice(
  tx: Tx,
  on: { incidentId: string; customerId: string },
  outcome: Outcome,
): Promise<void> {
  const change =
    'trouble' in outcome
      ? { state: 'failed', trouble: outcome.trouble }
      : { state: 'sent', trouble: null, sent_at: outcome.sentAt, case_id: outcome.caseId };
  await tx
    .updateTable('baton.incident_notices')
    .set(change)
    .where('incident_id', '=', on.incidentId)
    .where('customer_id', '=', on.customerId)
    .execute();
}

/** Changes the words of a notice that is not sent; one that failed is prepared again. False: none. */
export async function rewriteNotice(
  tx: Tx,
  on: { incidentId: string; customerId: string },
  words: { subject?: string | undefined; text?: string | undefined },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('baton.incident_notices')
    .set({
      state: 'prepared',
      trouble: null,
      subject: words.subject ?? sql<string>`subject`,
      text: words.text ?? sql<string>`text`,
    })
    .where('incident_id', '=', on.incidentId)
    .where('customer_id', '=', on.customerId)
    .where('state', '<>', 'sent')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
