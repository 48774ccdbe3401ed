import { blanksIn, type newTemplate, type templateChange, unknownBlanks } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { violatedReference } from '../../../platform/db.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid, notFound, unique, unknownReference } from '../../../platform/refusals.ts';
import {
  insertTemplates,
  lockTemplate,
  setRemoved,
  type TemplateContent,
  updateTemplate,
} from '../store/templates.ts';

type Input = z.output<typeof templateChange>;

/**
 * Adds a reply to begin with.
 * @returns its id
 * @throws Problem invalid_request for a blank that Baton cannot fill in, unknown_reference
 */
export async function createTemplate(
  ctx: Ctx,
  input: z.output<typeof newTemplate>,
): Promise<string> {
  const { team, topic, brand, ...said } = input;
  const content = { ...said, teamId: team, topicId: topic, brandId: brand };
  const template = { id: newId(), starter: null, ...checked(content) };
  await known(insertTemplates(ctx.tx, [template], ctx.now));
  return template.id;
}

/**
 * Changes one; what was written with it stays as it was sent.
 * @param version the one that was seen; null changes whatever stands there
 * @throws Problem not_found, stale_version, invalid_request, unknown_reference
 */
export async function changeTemplate(
  ctx: Ctx,
  { id, version }: { id: string; version: number | null },
  { team, topic, brand, ...said }: Input,
): Promise<void> {
  const before = await lockTemplate(ctx.tx, id);
  if (!before || before.removedAt) throw notFound('template');
  if (version !== null && version !== before.version) {
    throw new Problem('stale_version', {
      detail: 'Somebody has changed the template since you looked. Look at it and save it again.',
    });
  }
  const change = { ...said, teamId: team, topicId: topic, brandId: brand };
  const after = checked(withChanges<TemplateContent>(before, change));
  await known(updateTemplate(ctx.tx, id, after, ctx.now));
}

/** Takes one away; `restoreTemplate` brings it back. @throws Problem not_found */
export async function removeTemplate(ctx: Ctx, id: string): Promise<void> {
  const before = await lockTemplate(ctx.tx, id);
  if (!before || before.removedAt) throw notFound('template');
  await setRemoved(ctx.tx, id, ctx.now);
}

/**
 * Brings one back that was taken away; one that is there stays so.
 * @throws Problem not_found; already_exists where the library was added anew meanwhile
 */
export async function restoreTemplate(ctx: Ctx, id: string): Promise<void> {
  if (!(await lockTemplate(ctx.tx, id))) throw notFound('template');
  const taken = 'The library was added anew meanwhile: this template stands there again.';
  await unique('id', taken, setRemoved(ctx.tx, id, null));
}

/** A content with the blanks that are found in its text. */
export function checked(content: TemplateContent): TemplateContent & { blanks: string[] } {
  const [unknown] = unknownBlanks(content.text);
  if (unknown !== undefined) throw invalid('text', 'unknown_blank', { blank: `{{${unknown}}}` });
  return { ...content, blanks: blanksIn(content.text) };
}

async function known<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    const reference = violatedReference(error);
    if (reference === null) throw error;
    const field = ['team', 'topic', 'brand'].find((one) => reference.includes(one)) ?? 'team';
    throw unknownReference(field, 'not_there');
  });
}
