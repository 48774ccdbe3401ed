import type { Language } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { brandById } from '../store/brands.ts';
import { companyDefaults } from '../store/company.ts';
import { changeBrand } from './change-brand.ts';
import { changeCompany } from './change-company.ts';
import { founded } from './found-company.ts';
import { nameFounded } from './name-founded.ts';

/**
 * The company begins in the zone and the language of whoever takes it over first: its closed days
 * begin at their midnight, customers read times of their zone, and its levels and teams are called
 * in their language. What somebody chose before stays (ADR 0098).
 */
export async function settleCompany(
  ctx: Ctx,
  first: { zone?: string | undefined; language?: Language | undefined },
): Promise<void> {
  const { zone, defaultBrandId } = await companyDefaults(ctx.tx);
  const brand = await brandById(ctx.tx, defaultBrandId);
  if (first.zone && zone === founded.zone) await changeCompany(ctx, { zone: first.zone });
  if (first.language) await nameFounded(ctx, first.language);
  await changeBrand(ctx, defaultBrandId, {
    ...(brand?.zone === founded.zone && first.zone ? { zone: first.zone } : {}),
    ...(brand?.language === founded.language && first.language ? { language: first.language } : {}),
  });
}
