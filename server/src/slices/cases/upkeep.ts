import { dayMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import type { Deps } from '../../platform/context.ts';
import { deleteUnattached } from './store/contents.ts';
import { deleteOldDrafts } from './store/drafts.ts';

const batch = 1000;

/** What nobody has touched for a quarter of a year will not be sent any more. */
const draftLifeMs = 90 * dayMs;

/** Whoever discarded something and has not asked for it within a day does not want it. */
const discardedLifeMs = dayMs;

/** Daily: forgets old drafts, so that what people left unsaid is not kept for ever. */
export async function forgetDrafts(deps: Deps, now: Date): Promise<void> {
  const before = { touched: plus(now, -draftLifeMs), discarded: plus(now, -discardedLifeMs) };
  while ((await deleteOldDrafts(deps.db, before, batch)) === batch);
}

/** Daily: forgets uploads that nobody attached to anything within a day. */
export async function forgetUploads(deps: Deps, now: Date): Promise<void> {
  while ((await deleteUnattached(deps.db, plus(now, -dayMs), batch)) === batch);
}
