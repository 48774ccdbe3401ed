import { instant } from '../../../platform/db.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { CaseMover } from '../../customers/index.ts';
import { changeOf } from '../change.ts';
import type { CaseFact } from '../events.ts';
import { lockCasesOf, openingsSince } from '../store/customer-cases.ts';
import { type CaseRow, stateOf } from '../store/rows.ts';
import { writeInBatches } from '../store/write.ts';

/** All cases of a customer who turned out to be another become that one's, whatever their state. */
export const moveCases: CaseMover['moveCases'] = async (ctx, { from, to, merge }) => {
  const rows = await lockCasesOf(ctx.tx, from);
  const fact = { kind: 'customer_set', customer: to, was: from, merge, because: 'merged' } as const;
  await give(ctx, rows, fact);
  return rows.map(({ id }) => id);
};

/** Two customers are two again: of the survivor's cases those go of which `goes` says so. */
export const partCases: CaseMover['partCases'] = async (ctx, way, goes) => {
  const { from, to, merge, since } = way;
  const rows = await lockCasesOf(ctx.tx, from);
  const cameAlong = new Set(way.cameAlong);
  const openings = new Map(
    (await openingsSince(ctx.tx, from, { since, merge })).map((one) => [one.id, one]),
  );
  const going = rows.filter(({ id, opened_at: openedAt }) => {
    const opening = openings.get(id);
    if (!opening && !cameAlong.has(id)) return false;
    const { openedBy = null, setByHand = false } = opening ?? {};
    return goes({ cameAlong: cameAlong.has(id), openedAt, openedBy, setByHand });
  });
  const fact = { kind: 'customer_set', customer: to, was: from, merge, because: 'parted' } as const;
  await give(ctx, going, fact);
};

async function give(ctx: Ctx, rows: CaseRow[], fact: CaseFact): Promise<void> {
  if (rows.length === 0) return;
  const by = { actor: ctx.actor, now: await instant(ctx.tx, ctx.deps) };
  const changes = rows.map((row) => changeOf(stateOf(row), row.id, [fact], by));
  await writeInBatches(ctx.tx, changes);
}
