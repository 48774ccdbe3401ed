import type { DraftKind, newDraft } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { formatted } from '../../../platform/formatted/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { refuseUnknownTemplate } from '../../writing/index.ts';
import { authorise } from '../change-case.ts';
import { lockDraft, writeDraft } from '../store/drafts.ts';
import { assertFiles } from '../store/files.ts';
import { standingOf } from '../store/lock.ts';
import { agentOf } from './agent-of.ts';

type Keeping = { caseId: string; kind: DraftKind; version: number | null } & z.output<
  typeof newDraft
>;

/**
 * Keeps what an agent is writing, as they write it. On an older version than the last one nothing is
 * overwritten: it was written on another device, and a person decides.
 * @param input.version the version on which this was written, 0 where there was none; null: whatever
 *   stands there
 * @throws Problem `stale_version`; `not_found` when they may not see the case
 */
export async function keepDraft(ctx: Ctx, input: Keeping) {
  const place = { agentId: agentOf(ctx.actor), caseId: input.caseId, kind: input.kind };
  authorise(await standingOf(ctx.tx, ctx.actor, input.caseId), 'note');
  const before = await lockDraft(ctx.tx, place);
  if (input.version !== null && input.version !== (before?.version ?? 0)) {
    throw new Problem('stale_version', {
      detail:
        'This draft was written on, or sent, somewhere else. Nothing was overwritten; read it again ' +
        'and decide which words to keep.',
    });
  }
  const made = input.html === undefined ? null : formatted(input.html);
  const files = [...new Set([...input.files, ...(made?.pictures ?? [])])];
  await assertFiles(ctx, files);
  const { template, mark = null } = input;
  if (template !== null) await refuseUnknownTemplate(ctx, template);
  const said = { text: made?.text ?? input.text, html: made?.html ?? null };
  await writeDraft(ctx.tx, place, { ...said, files, template, mark }, ctx.now);
  return (await lockDraft(ctx.tx, place))!;
}
