import type { handoverBatch, newHandoverBatch } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { type BatchFilter, countMovable, lockMovable } from '../store/hand-over-batch.ts';
import { handAcross } from './hand-across.ts';
import { handDown } from './hand-down.ts';
import { passUp } from './pass-up.ts';

type Input = z.output<typeof newHandoverBatch>;

/**
 * Hands over many cases, each with its own event and summary; in one transaction up to `limit` of
 * them. What cannot move stays, and is named with the reason.
 */
export async function handOverBatch(
  ctx: Ctx,
  input: Input,
): Promise<z.output<typeof handoverBatch>> {
  const filter = filterOf(ctx, input);
  const count = await countMovable(ctx.tx, ctx.actor, filter);
  if (input.dryRun) return { count, moved: 0, refused: [], next: null };
  const cases = await lockMovable(ctx.tx, ctx.actor, filter, input.limit);
  const refused = [];
  for (const { id, number } of cases) {
    const code = await handOne(ctx, id, input.handOver);
    if (code) refused.push({ case: id, number, code });
  }
  const next = count > cases.length ? (cases.at(-1)?.id ?? null) : null;
  return { count, moved: cases.length - refused.length, refused, next };
}

function filterOf({ actor }: Ctx, { filter, after }: Input): BatchFilter {
  if (filter.owner !== 'me') return { ...filter, after };
  if (actor.kind !== 'agent') {
    throw new Problem('invalid_request', {
      errors: [
        { path: 'filter.owner', message: 'is nobody: a key that acts as itself holds none' },
      ],
    });
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
