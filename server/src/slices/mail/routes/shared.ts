import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import { notFound } from '../../../platform/refusals.ts';
import { listInbound } from '../store/mail-lists.ts';

export const tags = ['Mail'];

/** An instant and an id: where a page ended. */
export const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** An answer without a body (204). */
export const done = z.undefined().describe('Done');

/** @throws Problem not_found when there is no such message, or none that the actor may see */
export async function seenInbound(db: Db | Tx, actor: Actor, id: string) {
  const [row] = await listInbound(db, actor, { id, limit: 1 });
  if (!row) throw notFound('message');
  return row;
}
