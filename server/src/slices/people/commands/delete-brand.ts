import type { Ctx } from '../../../platform/context.ts';
import { notFound, stillInUse, unused } from '../../../platform/refusals.ts';
import { brandById, deleteBrandRow } from '../store/brands.ts';
import { companyDefaults, lockPyramid } from '../store/company.ts';

/**
 * Takes away a brand to which nothing refers; the default stays, so there is always one.
 * @throws Problem not_found, still_in_use
 */
export async function deleteBrand(ctx: Ctx, id: string): Promise<void> {
  await lockPyramid(ctx.tx);
  const brand = await brandById(ctx.tx, id);
  if (!brand) throw notFound('brand');
  const { defaultBrandId } = await companyDefaults(ctx.tx);
  if (defaultBrandId === id) {
    throw stillInUse(`${brand.name} is the default brand: name another default brand first.`);
  }
  await unused(`Cases or channels belong to ${brand.name}.`, deleteBrandRow(ctx.tx, id));
}
