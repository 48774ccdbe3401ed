import { dayMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import type { Deps } from '../../platform/context.ts';
import { deleteUnattached } from './store/contents.ts';

const batch = 1000;

/** Daily: forgets uploads that nobody attached to anything within a day. */
export async function forgetUploads(deps: Deps, now: Date): Promise<void> {
  while ((await deleteUnattached(deps.db, plus(now, -dayMs), batch)) === batch);
}
