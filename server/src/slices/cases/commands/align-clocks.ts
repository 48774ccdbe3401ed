import type { Ctx } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { changeOf } from '../change.ts';
import { hoursOf } from '../clock-rules.ts';
import { align } from '../rules/align.ts';
import { type House, pressures } from '../rules/house.ts';
import { houseOf } from '../store/house.ts';
import { type ClockGroup, lockMisaligned } from '../store/lock.ts';
import { stateOf } from '../store/rows.ts';
import { writeChanges } from '../store/write.ts';

/**
 * One batch of what changed settings do to the clocks that run by them: each due instant that moves
 * does so as an event on its case (invariant 3), and every case notes by which version of the
 * settings it runs. Idempotent: it looks for cases of another version.
 * @returns how many cases were looked at; 0 means that all are aligned
 */
export async function alignClocks(ctx: Ctx, limit: number): Promise<number> {
  const house = await houseOf(ctx.tx);
  const states = (await lockMisaligned(ctx.tx, groupsOf(house), limit)).map(stateOf);
  if (states.length === 0) return 0;
  // After the locks: others may have acted on these cases since we were asked.
  const by = { ...ctx, now: await instant(ctx.tx, ctx.deps) };
  const warned = states.flatMap((state) => [state.ownerId, house.team(state.teamId).leadId]);
  const hours = await hoursOf(ctx.tx, house, warned);
  const changes = states.map((state) => {
    const rule = house.ruleOf(state, hours(house.team(state.teamId), state.ownerId));
    return changeOf(state, state.id, align(state, rule), by, { mark: rule.mark });
  });
  await writeChanges(ctx.tx, changes);
  return states.length;
}

/** Which version each group of cases should run by. */
function groupsOf(house: House): ClockGroup[] {
  return house.teams.flatMap((team) =>
    pressures.map((pressure) => ({
      team: team.id,
      ...pressure,
      mark: house.ruleAt(team, pressure).mark,
    })),
  );
}
