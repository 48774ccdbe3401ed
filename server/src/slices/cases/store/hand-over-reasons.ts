import type { HandoverDirection } from '@baton/contract';
import type { Db, Tx } from '../../../platform/context.ts';

/** A reason of the company's own, with what it is called per language. */
export type OwnReason = {
  id: string;
  directions: HandoverDirection[];
  labels: Record<string, string>;
  active: boolean;
};

/** Whether a reason of the company's own is offered for a direction. */
export async function isReasonInUse(
  db: Db | Tx,
  id: string,
  direction: HandoverDirection,
): Promise<boolean> {
  const reason = await ownReason(db, id);
  return reason !== null && reason.active && reason.directions.includes(direction);
}

/** The company's own reasons in the order in which they were made. */
export async function ownReasons(db: Db | Tx): Promise<OwnReason[]> {
  return (await reasons(db).orderBy('created_at').orderBy('id').execute()).map(reasonOf);
}

export async function ownReason(db: Db | Tx, id: string): Promise<OwnReason | null> {
  const row = await reasons(db).where('id', '=', id).executeTakeFirst();
  return row ? reasonOf(row) : null;
}

function reasons(db: Db | Tx) {
  return db.selectFrom('baton.hand_over_reasons').select(['id', 'directions', 'labels', 'active']);
}

function reasonOf(row: { id: string; directions: string[]; labels: unknown; active: boolean }) {
  return {
    id: row.id,
    directions: row.directions as HandoverDirection[],
    labels: row.labels as Record<string, string>,
    active: row.active,
  };
}

export async function insertReason(tx: Tx, reason: OwnReason, now: Date): Promise<void> {
  await tx
    .insertInto('baton.hand_over_reasons')
    .values({ ...reason, labels: JSON.stringify(reason.labels), created_at: now })
    .execute();
}

export async function updateReason(tx: Tx, { id, ...reason }: OwnReason): Promise<void> {
  await tx
    .updateTable('baton.hand_over_reasons')
    .set({ ...reason, labels: JSON.stringify(reason.labels) })
    .where('id', '=', id)
    .execute();
}
