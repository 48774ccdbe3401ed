import type { incidentChange } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid, notFound, unknownReference } from '../../../platform/refusals.ts';
import { agentById } from '../../people/index.ts';
import { lockIncident, updateIncident } from '../store/incidents.ts';

/**
 * Gives an incident another owner, window or reason, closes it, or opens it again.
 * @throws Problem not_found, stale_version, unknown_reference, invalid_request
 */
export async function changeIncident(
  ctx: Ctx,
  on: { id: string; version: number | null },
  change: z.output<typeof incidentChange>,
): Promise<void> {
  const before = await lockIncident(ctx.tx, on.id);
  if (!before) throw notFound('incident');
  if (on.version !== null && on.version !== before.version) {
    throw new Problem('stale_version', {
      detail: 'The incident has changed since you looked. Nothing was done; look at it again.',
    });
  }
  if (change.owner && !(await agentById(ctx.tx, change.owner))?.active) {
    throw unknownReference('owner', 'not_active');
  }
  const state = change.state ?? before.state;
  const after = {
    id: before.id,
    owner_id: change.owner ?? before.owner_id,
    reason: change.reason ?? before.reason,
    window_from: change.from ? new Date(change.from) : before.window_from,
    window_to: change.to ? new Date(change.to) : before.window_to,
    state,
    closed_at: state === 'open' ? null : (before.closed_at ?? ctx.now),
  };
  if (after.window_to <= after.window_from) throw invalid('to', 'not_after_start');
  await updateIncident(ctx.tx, after);
}
