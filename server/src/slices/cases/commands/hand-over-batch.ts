import type { handoverBatch, newHandoverBatch } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid } from '../../../platform/refusals.ts';
import {
  type BatchFilter,
  countMovable,
  lockMovable,
  takenBack,
  withHolders,
} from '../store/hand-over-batch.ts';
import { handAcross } from './hand-across.ts';
import { handDown } from './hand-down.ts';
import { passUp } from './pass-up.ts';

type Input = z.output<typeof newHandoverBatch>;

/**
 * Hands over many cases, each with its own event and summary; in one transaction up to `limit` of
 * them, the most pressing first. What cannot move stays, and is named with the reason. A dry run
 * does just the same and takes it back, so that what it shows is what would happen now.
 */
export async function handOverBatch(
  ctx: Ctx,
  input: Input,
): Promise<z.output<typeof handoverBatch>> {
  const filter = filterOf(ctx, input);
  const count = await countMovable(ctx.tx, ctx.actor, filter);
  const locked = await lockMovable(ctx.tx, ctx.actor, filter, input.limit);
  const ids = locked.map(({ id }) => id);
  const before = await withHolders(ctx.tx, ids);
  const move = () => moveEach(ctx, pressingFirst(locked), input.handOver);
  const { codes, after } = input.dryRun ? await takenBack(ctx.tx, move) : await move();
  const cases = before.map(({ holder, ...one }) => ({
    ...one,
    from: holder,
    to: after.get(one.id) ?? null,
    code: codes.get(one.id) ?? null,
  }));
  const refused = cases.flatMap(({ id, number, code }) =>
    code ? [{ case: id, number, code }] : [],
  );
  if (input.dryRun) return { count, moved: 0, cases, refused: [], next: null };
  const next = count > ids.length ? (ids.at(-1) ?? null) : null;
  return { count, moved: ids.length - refused.length, cases, refused, next };
}

type Locked = Awaited<ReturnType<typeof lockMovable>>;

function pressingFirst(locked: Locked): Locked {
  return locked.toSorted((a, b) => a.priorityAt.getTime() - b.priorityAt.getTime());
}

async function moveEach(ctx: Ctx, locked: Locked, how: Input['handOver']) {
  const codes = new Map<string, string | null>();
  for (const { id } of locked) codes.set(id, await handOne(ctx, id, how));
  const after = await withHolders(ctx.tx, [...codes.keys()]);
  return { codes, after: new Map(after.map(({ id, holder }) => [id, holder])) };
}

function filterOf({ actor }: Ctx, { filter, after }: Input): BatchFilter {
  if (filter.owner !== 'me') return { ...filter, after };
  if (actor.kind !== 'agent') {
    throw invalid('filter.owner', 'not_by_key');
  }
  return { ...filter, owner: actor.id, after };
}

/** @returns the code with which the case refused to move; null when it moved */
async function handOne(ctx: Ctx, caseId: string, how: Input['handOver']): Promise<string | null> {
  try {
    if (how.direction === 'up') await passUp(ctx, { caseId, ...how });
    else if (how.direction === 'down') await handDown(ctx, { caseId, ...how });
    else await handAcross(ctx, { caseId, ...how });
    return null;
  } catch (error) {
    // A rule's refusal comes before anything of the case is written; whatever else goes on.
    if (error instanceof Problem) return error.code;
    throw error;
  }
}
