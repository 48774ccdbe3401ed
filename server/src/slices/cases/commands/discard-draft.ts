import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { lockOwnDraft, setDiscarded } from '../store/drafts.ts';
import { agentOf } from './agent-of.ts';

/**
 * An agent discards a draft of theirs, also of a case that they may no longer see; for a day they can
 * bring it back.
 * @throws Problem `not_found`; `stale_version` when it was written on since that version
 */
export async function discardDraft(ctx: Ctx, input: { draft: string; version: number | null }) {
  const found = await lockOwnDraft(ctx.tx, agentOf(ctx.actor), input.draft);
  if (!found || found.discardedAt) throw notFound('draft');
  if (input.version !== null && input.version !== found.version) {
    throw new Problem('stale_version', {
      detail: 'This draft was written on somewhere else. It was kept; read it again.',
    });
  }
  await setDiscarded(ctx.tx, found.id, ctx.now);
}

/**
 * What was discarded is a draft again, unless something new was begun in its place.
 * @throws Problem `not_found`
 */
export async function bringBackDraft(ctx: Ctx, input: { draft: string }): Promise<void> {
  const found = await lockOwnDraft(ctx.tx, agentOf(ctx.actor), input.draft);
  if (!found?.discardedAt) throw notFound('discarded draft');
  await setDiscarded(ctx.tx, found.id, null);
}
