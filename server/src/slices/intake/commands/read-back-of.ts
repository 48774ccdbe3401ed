import type { Language } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { answersOf, caseForMail } from '../../cases/index.ts';
import { correspondenceOf } from '../../mail/index.ts';
import { brandById, companyDefaults } from '../../people/index.ts';
import type { IntakeRow } from '../store/intakes.ts';
import { readBackText } from '../texts/read-back.ts';

/** What is read back: as it was put right by hand, else put together of what was said. */
export async function readBackOf(ctx: Ctx, row: IntakeRow): Promise<string> {
  const { said, caseId } = row;
  if (said.summary.trim() !== '') return said.summary.trim();
  const { language, zone } = await spokenIn(ctx, row);
  const facts = caseId ? await answersOf(ctx.tx, caseId) : [];
  const told = facts.filter(({ question }) => question.kind !== 'file');
  return readBackText(said, told, zone, language);
}

/** In which language the customer speaks, and in which zone they are. */
export async function spokenIn(
  ctx: Ctx,
  { said, caseId }: IntakeRow,
): Promise<{ language: Language; zone: string }> {
  const about = caseId ? await caseForMail(ctx.tx, { id: caseId }) : null;
  if (!about) {
    const { defaultBrandId } = await companyDefaults(ctx.tx);
    const brand = await brandById(ctx.tx, defaultBrandId);
    return { language: said.language ?? brand?.language ?? 'en', zone: brand?.zone ?? 'UTC' };
  }
  const { language, brand } = await correspondenceOf(ctx, about);
  return { language: said.language ?? language, zone: about.customerZone ?? brand.zone };
}
