import { id } from '@baton/contract';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, baton } from '../../../kernel/actor.ts';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { sendETag } from '../../../platform/http-etag.ts';
import { notFound } from '../../../platform/refusals.ts';
import { recordAccess, type Seen } from '../../auth/index.ts';
import { presentCase } from '../present.ts';
import { houseOf } from '../store/house.ts';
import { shownCase } from '../store/read.ts';
import { scopeOf } from '../store/scope.ts';

export const caseParams = z.strictObject({ id });

/** What every route of the cases says of itself for the description of the API. */
export const tags = ['Cases'];

/**
 * The case as whoever asks may see it.
 * @throws Problem `not_found` when there is none, or none for them
 */
export async function seenCase(db: Db | Tx, actor: Actor, caseId: string) {
  const row = await shownCase(db, await scopeOf(db, actor), caseId);
  if (!row) throw notFound('case');
  return row;
}

/** Writes into the access log what is about to be shown, to whom, and from where they ask. */
export function noteAccess(
  deps: Deps,
  request: Pick<FastifyRequest, 'identity' | 'ip'>,
  seen: Seen,
): Promise<void> {
  return recordAccess(deps.db, request.identity.actor, { ...seen, address: request.ip });
}

/**
 * Shows a case after an act on it, with its new version as ETag; whoever was allowed to act sees
 * what came of it, even where the case left their sight by it.
 */
export async function answerCase(
  ctx: { tx: Tx; deps: Deps },
  reply: { header(name: 'etag', value: string): unknown },
  caseId: string,
) {
  const row = await seenCase(ctx.tx, baton, caseId);
  sendETag(reply, row.version);
  return presentCase(row, await houseOf(ctx.tx), await instant(ctx.tx, ctx.deps));
}
