import type { DraftKind } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { deleteDraft, deleteSentDraft, lockDraft } from '../store/drafts.ts';
import { agentOf } from './agent-of.ts';

type Dropping = { caseId: string; kind: DraftKind; version: number | null };

/**
 * An agent throws a draft of theirs away.
 * @throws Problem `not_found`; `stale_version` when it was written on since that version
 */
export async function dropDraft(ctx: Ctx, input: Dropping) {
  const place = { ...input, agentId: agentOf(ctx.actor) };
  const found = await lockDraft(ctx.tx, place);
  if (!found) throw notFound('draft');
  if (await deleteDraft(ctx.tx, place, input.version)) return;
  throw new Problem('stale_version', {
    detail: 'This draft was written on somewhere else. It was kept; read it again.',
  });
}

/**
 * What was sent is no draft any more, whatever became of it: a reply that was begun may be sent as the
 * solution. One that was written on elsewhere since that version is left.
 * @param version undefined where it was not written from a draft
 */
export async function endDraft(ctx: Ctx, caseId: string, version: number | undefined) {
  if (version === undefined || ctx.actor.kind !== 'agent') return;
  await deleteSentDraft(ctx.tx, { agentId: ctx.actor.id, caseId, version });
}
