import type { Language } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { auditedChange } from '../../../platform/settings-audit.ts';
import { brandAudit, companyAudit } from '../audits.ts';
import { lockBrand } from '../store/brands.ts';
import { companyDefaults, lockPyramid } from '../store/company.ts';
import { changeBrand } from './change-brand.ts';
import { changeCompany } from './change-company.ts';
import { founded } from './found-company.ts';
import { nameFounded } from './name-founded.ts';

type First = { zone?: string | undefined; language?: Language | undefined };

/**
 * The company begins in the zone and the language of whoever takes it over first: its closed days
 * begin at their midnight, customers read times of its zone, and its levels and teams are called
 * in their language. A zone other than UTC and a language other than English that somebody chose
 * before stay, and the brand follows the zone of the company (ADR 0098).
 */
export async function settleCompany(ctx: Ctx, first: First): Promise<void> {
  await lockPyramid(ctx.tx);
  const { zone, defaultBrandId: id } = await companyDefaults(ctx.tx);
  const settled = zone === founded.zone ? (first.zone ?? zone) : zone;
  if (settled !== zone) {
    await auditedChange(ctx, companyAudit, () => changeCompany(ctx, { zone: settled }));
  }
  if (first.language) await nameFounded(ctx, first.language);
  await settleBrand(ctx, id, { zone: settled, language: first.language });
}

async function settleBrand(ctx: Ctx, id: string, { zone, language }: First): Promise<void> {
  const brand = await lockBrand(ctx.tx, id);
  const change = {
    ...(brand?.zone === founded.zone && zone !== founded.zone ? { zone } : {}),
    ...(brand?.language === founded.language && language !== founded.language ? { language } : {}),
  };
  if (change.zone === undefined && change.language === undefined) return;
  await auditedChange(ctx, { ...brandAudit, id }, () => changeBrand(ctx, id, change));
}
