import type { newTier, Tier, tierChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { notFound, unique, unused } from '../../../platform/refusals.ts';
import { deleteTierRow, insertTier, lockTiers, updateTier } from '../store/tiers.ts';

const taken = 'There is a tier with this name.';

/** Adds a tier, the last. @returns its id @throws Problem already_exists */
export async function createTier(ctx: Ctx, given: z.output<typeof newTier>): Promise<string> {
  const place = (await lockTiers(ctx.tx)).length;
  const id = newId();
  await unique('name', taken, insertTier(ctx.tx, { id, ...given, place }));
  return id;
}

/** Changes a tier, or moves it. @throws Problem not_found, already_exists */
export async function changeTier(
  ctx: Ctx,
  id: string,
  change: z.output<typeof tierChange>,
): Promise<void> {
  const all = await lockTiers(ctx.tx);
  const before = all.find((one) => one.id === id);
  if (!before) throw notFound('tier');
  const others = all.filter((one) => one !== before);
  const place = Math.min(change.place ?? all.indexOf(before), others.length);
  const after = withChanges<Tier>(before, { ...change, place });
  await unique('name', taken, updateTier(ctx.tx, after));
  for (const [index, one] of others.toSpliced(place, 0, after).entries()) {
    if (one !== after) await updateTier(ctx.tx, { ...one, place: index });
  }
}

/** Takes a tier away. @throws Problem not_found, still_in_use while a customer has it */
export async function deleteTier(ctx: Ctx, id: string): Promise<void> {
  const all = await lockTiers(ctx.tx);
  if (!all.some((one) => one.id === id)) throw notFound('tier');
  await unused('Customers have this tier.', deleteTierRow(ctx.tx, id));
  for (const [place, one] of all.filter((other) => other.id !== id).entries()) {
    await updateTier(ctx.tx, { ...one, place });
  }
}
