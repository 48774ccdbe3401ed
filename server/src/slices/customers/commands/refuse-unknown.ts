import type { Ctx } from '../../../platform/context.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import type { CustomerFields } from '../rules/record.ts';
import { namesOf } from '../store/record.ts';

/** @throws Problem unknown_reference for an organisation or a tier that does not exist */
export async function refuseUnknown(ctx: Ctx, record: CustomerFields): Promise<void> {
  const names = await namesOf(ctx.tx, record);
  for (const field of ['organisation', 'tier'] as const) {
    if (record[field] && names[field] === null) throw unknownReference(field, 'not_there');
  }
}
