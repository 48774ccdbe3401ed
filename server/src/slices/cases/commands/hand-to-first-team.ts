import type { Ctx } from '../../../platform/context.ts';
import { topicById } from '../../people/index.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { warningsAfter } from '../clock-rules.ts';
import { pickPresent } from '../hands.ts';
import { handAcross } from '../rules/hand-over.ts';
import type { CaseState } from '../rules/state.ts';
import { type House, houseOf, type Team } from '../store/house.ts';
import { isMember } from '../store/pick.ts';

/** The reason of a case that leaves the hands of whoever took it down (ADR 0084). */
const reason = 'taken_down';

/**
 * A case that was taken down by somebody outside of the first team of its topic goes there now, to
 * whoever is next. Within the team it stays with whoever spoke with the customer; and where nobody
 * of it is there.
 */
export async function handToFirstTeam(ctx: Ctx, on: OnCase): Promise<void> {
  await changeCase(ctx, on, 'handAcross', async ({ state, ctx: locked }) => {
    const house = await houseOf(ctx.tx);
    const team = await awayTo(locked, house, state);
    const to = team && (await pickPresent(locked, house, team));
    if (!to || to.agent === state.ownerId) return { decision: [] };
    const warnings = await warningsAfter(ctx.tx, house, [{ state, to }], locked.now);
    return { decision: handAcross(state, to, { reason, summary: null }, warnings.get(state.id)) };
  });
}

/** The team to which a case goes when it was taken down; null where it stays. */
export async function awayTo(
  ctx: Pick<Ctx, 'tx'>,
  house: House,
  state: Pick<CaseState, 'topicId' | 'level' | 'ownerId'>,
): Promise<Team | null> {
  const topic = state.topicId ? await topicById(ctx.tx, state.topicId) : null;
  const team = house.team(topic?.teamId ?? house.defaultTeamId);
  if (team.level !== state.level) return null;
  return state.ownerId && (await isMember(ctx.tx, team.id, state.ownerId)) ? null : team;
}
