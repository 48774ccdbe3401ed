import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import type { FieldChange } from '../rules/record.ts';
import { insertChanges, type LockedRecord, lockRecord } from '../store/record.ts';

/**
 * Locks the record of a customer who is to be changed.
 * @param seen the version that whoever changes it has seen; null: any
 * @throws Problem not_found, stale_version; wrong_status for one who turned out to be another
 */
export async function lockForChange(
  ctx: Ctx,
  id: string,
  seen: number | null = null,
): Promise<LockedRecord> {
  const record = await lockRecord(ctx.tx, id);
  if (!record) throw notFound('customer');
  if (record.mergedInto) {
    const detail = `This customer is one with customer ${record.mergedInto} now; change that one.`;
    throw new Problem('wrong_status', { detail });
  }
  if (seen !== null && seen !== record.version) {
    throw new Problem('stale_version', {
      detail: 'Somebody else has changed the customer meanwhile. Look again, and then save.',
    });
  }
  return record;
}

/** Writes down what changed of a customer's record, if anything did. */
export async function noteChanges(
  { tx, actor, now }: Ctx,
  customerId: string,
  changes: FieldChange[],
): Promise<void> {
  if (changes.length > 0) await insertChanges(tx, customerId, changes, { actor, at: now });
}
