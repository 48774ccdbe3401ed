import type { brandChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { notFound, unique } from '../../../platform/refusals.ts';
import { type BrandRow, lockBrand, type Logo, updateBrand } from '../store/brands.ts';
import { brandNameIsTaken, said } from './create-brand.ts';

type Change = z.output<typeof brandChange> & { logo?: Logo | null };

/** @throws Problem not_found, already_exists */
export async function changeBrand(ctx: Ctx, id: string, change: Change): Promise<void> {
  const before = await lockBrand(ctx.tx, id);
  if (!before) throw notFound('brand');
  const after = withChanges<BrandRow>(before, {
    ...change,
    footers: change.footers && said(change.footers),
  });
  await unique('name', brandNameIsTaken(after.name), updateBrand(ctx.tx, after));
}
