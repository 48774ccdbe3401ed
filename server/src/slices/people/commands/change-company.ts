import type { companyChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { changedLengthMs } from '../lengths.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { brandById } from '../store/brands.ts';
import {
  companyDefaults,
  type CompanyDefaults,
  lockPyramid,
  updateCompany,
} from '../store/company.ts';
import { refuseUnlessEligible } from './eligible.ts';
import { refuseUnlessFirstTeam } from './first-team.ts';
import { hoursChange } from './hours-change.ts';

/** Changes the defaults of the house. @throws Problem unknown_reference, invalid_request */
export async function changeCompany(
  ctx: Ctx,
  change: z.output<typeof companyChange>,
): Promise<void> {
  await lockPyramid(ctx.tx);
  await refuseUnlessEligible(ctx, 'head', change.head ?? null);
  await refuseUnlessFirstTeam(ctx, 'defaultTeam', change.defaultTeam);
  if (change.defaultBrand && !(await brandById(ctx.tx, change.defaultBrand))) {
    throw unknownReference('defaultBrand', 'not_there');
  }
  const before = await companyDefaults(ctx.tx);
  const after = withChanges<CompanyDefaults>(before, {
    headId: change.head,
    defaultTeamId: change.defaultTeam,
    defaultBrandId: change.defaultBrand,
    zone: change.zone,
    firstReplyMs: changedLengthMs('firstReply', change.firstReply),
    confirmWithinMs: changedLengthMs('confirmWithin', change.confirmWithin),
    remindAfterMs: changedLengthMs('remindAfter', change.remindAfter),
    taskWithinMs: changedLengthMs('taskWithin', change.taskWithin),
  });
  await updateCompany(ctx.tx, after);
  if (after.zone !== before.zone) await hoursChange(ctx.tx, null);
}
