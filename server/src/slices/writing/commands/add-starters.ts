import type { Language } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { startersIn } from '../starters/index.ts';
import { insertTemplates } from '../store/templates.ts';
import { checked } from './write-template.ts';

/**
 * Adds the library of good replies in these languages, as far as it is not there.
 * @returns how many were added
 */
export async function addStarters(ctx: Ctx, languages: Language[]): Promise<number> {
  const scope = { teamId: null, topicId: null, brandId: null };
  const templates = [...new Set(languages)].flatMap((language) =>
    startersIn(language).map(({ code, name, text }) => ({
      ...checked({ name, text, language, ...scope }),
      ...{ id: newId(), starter: code },
    })),
  );
  return insertTemplates(ctx.tx, templates, ctx.now);
}
