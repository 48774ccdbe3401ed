import type { customerChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { changesOf, type CustomerFields, type FieldChange, readable } from '../rules/record.ts';
import { namesOf, updateRecord } from '../store/record.ts';
import { lockForChange, noteChanges } from './note-changes.ts';
import { putIdentities } from './put-identities.ts';
import { refuseUnknown } from './refuse-unknown.ts';

/**
 * Changes what is known of a customer; who changed what from what to what is written down.
 * @param seen the version that whoever changes it has seen; null: any
 * @returns what changed
 * @throws Problem not_found, stale_version, wrong_status, already_exists, unknown_reference,
 * invalid_request
 */
export async function changeCustomer(
  ctx: Ctx,
  id: string,
  change: z.output<typeof customerChange>,
  seen: number | null = null,
): Promise<FieldChange[]> {
  const before: CustomerFields = await lockForChange(ctx, id, seen);
  const { identities, ...fields } = change;
  const after = withChanges<CustomerFields>(before, fields);
  await refuseUnknown(ctx, after);
  await updateRecord(ctx.tx, after);
  const changes = changesOf(
    readable(before, await namesOf(ctx.tx, before)),
    readable(after, await namesOf(ctx.tx, after)),
  );
  const others = identities ? await putIdentities(ctx, id, identities) : [];
  const all = [...changes, ...others];
  await noteChanges(ctx, id, all);
  return all;
}
