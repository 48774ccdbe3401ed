import type { Language } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { auditedChange } from '../../../platform/settings-audit.ts';
import { levelAudit, teamAudit } from '../audits.ts';
import { foundedNames } from '../founded-names.ts';
import { lockPyramid } from '../store/company.ts';
import { levelById, levelByName } from '../store/levels.ts';
import { teamByName } from '../store/teams.ts';
import { changeLevel } from './change-level.ts';
import { changeTeam } from './change-team.ts';
import { founded } from './found-company.ts';

/**
 * Calls the levels of a new company, and the team at each, in this language as they were called when
 * it was founded. What somebody named otherwise, or moved, stays; so does what another has the name of.
 */
export async function nameFounded(ctx: Ctx, language: Language): Promise<void> {
  if (language === founded.language) return;
  await lockPyramid(ctx.tx);
  for (const [index, before] of foundedNames[founded.language].entries()) {
    const place = { level: index + 1, before, name: foundedNames[language][index]! };
    await nameLevel(ctx, place);
    await nameTeam(ctx, place);
  }
}

type Place = { level: number; before: string; name: string };

async function nameLevel(ctx: Ctx, { level, before, name }: Place): Promise<void> {
  const there = await levelById(ctx.tx, level);
  if (there?.name !== before || (await levelByName(ctx.tx, name))) return;
  const setting = { ...levelAudit, id: String(level) };
  await auditedChange(ctx, setting, () => changeLevel(ctx, level, { name }));
}

async function nameTeam(ctx: Ctx, { level, before, name }: Place): Promise<void> {
  const there = await teamByName(ctx.tx, before);
  if (there?.level !== level || (await teamByName(ctx.tx, name))) return;
  const { id } = there;
  const seen = { id, version: null };
  await auditedChange(ctx, { ...teamAudit, id }, () => changeTeam(ctx, seen, { name }));
}
