import type { absenceChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid } from '../../../platform/refusals.ts';
import type { AbsenceHooks } from '../hooks.ts';
import type { Absence } from '../rules/absence.ts';
import { updateAbsence } from '../store/absences.ts';
import { bringToDate } from './bring-to-date.ts';
import { lockAbsence } from './lock-absence.ts';
import { refuseUnlessPossible } from './record-absence.ts';

type Change = z.output<typeof absenceChange>;

/**
 * Changes an absence that is planned, or how long one lasts that runs. What has become long enough
 * moves the agent's cases at once.
 * @throws Problem not_found, forbidden, stale_version, invalid_request, unknown_reference,
 *   already_exists; wrong_status when it is over
 */
export async function changeAbsence(
  ctx: Ctx,
  on: { id: string; version: number | null },
  change: Change,
  hooks: AbsenceHooks,
): Promise<void> {
  const before = await lockAbsence(ctx, on);
  if (before.state !== 'planned' && before.state !== 'running') {
    throw new Problem('wrong_status', { detail: 'The absence is over; record another one.' });
  }
  if (before.state === 'running' && change.from !== undefined) {
    throw invalid('from', 'has_begun');
  }
  const changed = withChanges<Absence>(before, {
    from: change.from === undefined ? undefined : new Date(change.from),
    until: typeof change.until === 'string' ? new Date(change.until) : change.until,
    reason: change.reason,
    coverId: change.cover,
  });
  const after = { ...changed, version: before.version + 1 };
  await refuseUnlessPossible(ctx, after);
  await updateAbsence(ctx.tx, after);
  await bringToDate(ctx, after, hooks);
}
