import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { deleteNote, insertNote, noteOf, updateNote } from '../store/notes.ts';
import { lockForChange } from './note-changes.ts';

/** Writes a note on a customer, for whoever speaks to them next (S3-286). @returns its id */
export async function addNote(ctx: Ctx, customerId: string, text: string): Promise<string> {
  await lockForChange(ctx, customerId);
  const { kind, id: actor } = ctx.actor;
  if ((kind !== 'agent' && kind !== 'key') || actor === null) {
    throw new Error('only people and keys write notes');
  }
  const id = newId();
  const by = { actor_kind: kind, actor_id: actor, created_at: ctx.now };
  await insertNote(ctx.tx, { id, customer_id: customerId, text, ...by });
  return id;
}

/** Puts a note right. @throws Problem not_found; forbidden for anybody but its author */
export async function editNote(
  ctx: Ctx,
  customerId: string,
  id: string,
  text: string,
): Promise<void> {
  await refuseUnlessOwn(ctx, customerId, id);
  await updateNote(ctx.tx, id, text, ctx.now);
}

/** Takes a note away. @throws Problem not_found; forbidden for anybody but its author */
export async function removeNote(ctx: Ctx, customerId: string, id: string): Promise<void> {
  await refuseUnlessOwn(ctx, customerId, id);
  await deleteNote(ctx.tx, id);
}

async function refuseUnlessOwn(ctx: Ctx, customerId: string, id: string): Promise<void> {
  await lockForChange(ctx, customerId);
  const note = await noteOf(ctx.tx, customerId, id);
  if (!note) throw notFound('note');
  if (note.actor_id === ctx.actor.id) return;
  throw new Problem('forbidden', { detail: 'Only whoever wrote a note changes it.' });
}
