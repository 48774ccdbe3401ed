import type { Ctx } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { changeOf } from '../change.ts';
import { changeHolding } from '../rules/clock.ts';
import { houseOf } from '../store/house.ts';
import { lockMisaligned } from '../store/lock.ts';
import { stateOf } from '../store/rows.ts';
import { writeChanges } from '../store/write.ts';

/**
 * One batch of what a changed holding time does to the cases that stand at its level: each due
 * instant moves, as an event on the case (invariant 3). Idempotent: it compares the holding time
 * by which a case runs with the level's.
 * @returns how many cases were moved; 0 means that all are aligned
 */
export async function alignClocks(ctx: Ctx, limit: number): Promise<number> {
  for (const level of (await houseOf(ctx.tx)).levels) {
    const rows = await lockMisaligned(ctx.tx, level.id, level.holdingMs, limit);
    if (rows.length === 0) continue;
    // After the locks: others may have acted on these cases since we were asked.
    const by = { ...ctx, now: await instant(ctx.tx, ctx.deps) };
    const changes = rows.map(stateOf).map((state) =>
      changeOf(
        state,
        state.id,
        [
          {
            kind: 'holding_time_changed',
            wasMs: state.clock.holdingMs,
            isMs: level.holdingMs,
            ...changeHolding(state.clock, level.holdingMs),
          },
        ],
        by,
      ),
    );
    await writeChanges(ctx.tx, changes);
    return rows.length;
  }
  return 0;
}
