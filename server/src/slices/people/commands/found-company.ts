import { baton } from '../../../kernel/actor.ts';
import { dayMs, hourMs } from '../../../kernel/duration.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { newId } from '../../../platform/ids.ts';
import { foundedNames } from '../founded-names.ts';
import { insertAgent } from '../store/agents.ts';
import { insertBrand } from '../store/brands.ts';
import { insertCompany, lockFounding } from '../store/company.ts';
import { insertLevel, usualClock } from '../store/levels.ts';
import { putMemberships } from '../store/members.ts';
import { insertTeam, type NewTeamRow } from '../store/teams.ts';

/** Where and in which language a company is founded, until somebody says otherwise. */
export const founded = { zone: 'UTC', language: 'en' } as const;

/** How many open cases a member of a team is given before others come first, to begin with. */
export const usualCapacity = 20;

/**
 * Gives an empty database what a company needs to take its first letter: three levels, one agent
 * who heads it and belongs to a team at each, and one brand. Does nothing on any other.
 */
export async function foundCompany(deps: Deps): Promise<void> {
  await runCommand(deps, baton, async (ctx) => {
    if (!(await lockFounding(ctx.tx))) await found(ctx);
  });
}

async function found(ctx: Ctx): Promise<void> {
  const headId = newId();
  const head = { name: 'Head of the company', email: 'head@localhost', role: 'admin' } as const;
  await insertAgent(ctx.tx, { id: headId, ...head, ...founded, signature: '' }, ctx.now);
  const defaultTeamId = await foundPyramid(ctx, headId);
  const defaultBrandId = newId();
  await insertBrand(ctx.tx, {
    id: defaultBrandId,
    name: 'Baton',
    address: null,
    ...founded,
    colour: '#0d6b5e',
    footers: {},
    logo: null,
  });
  await insertCompany(ctx.tx, {
    headId,
    defaultTeamId,
    defaultBrandId,
    zone: founded.zone,
    firstReplyMs: hourMs,
    confirmWithinMs: 7 * dayMs,
    remindAfterMs: 3 * dayMs,
    taskWithinMs: 8 * hourMs,
  });
}

/** From the top down, because each team names the one above it. Returns the team of level 1. */
async function foundPyramid(ctx: Ctx, headId: string): Promise<string> {
  let above: NewTeamRow | null = null;
  for (const [index, name] of [...foundedNames[founded.language].entries()].toReversed()) {
    const level = index + 1;
    const lengths = {
      holdingMs: 20 * hourMs,
      resumeAtLeastMs: 4 * hourMs,
      waitingLimitMs: 14 * dayMs,
    };
    await insertLevel(ctx.tx, { id: level, name, ...lengths, ...usualClock });
    above = await foundTeam(ctx, { name, level, headId, above });
  }
  return above!.id;
}

/** A team whose lead and only member is the head of the company, to begin with. */
export async function foundTeam(
  ctx: Ctx,
  {
    name,
    level,
    headId,
    above,
  }: { name: string; level: number; headId: string; above: NewTeamRow | null },
): Promise<NewTeamRow> {
  const team: NewTeamRow = {
    id: newId(),
    name,
    level,
    leadId: headId,
    coverId: null,
    aboveId: above?.id ?? null,
    aboveLevel: above?.level ?? null,
  };
  await insertTeam(ctx.tx, team);
  await putMemberships(ctx.tx, { teamId: team.id }, [
    { teamId: team.id, agentId: headId, capacity: usualCapacity },
  ]);
  return team;
}
