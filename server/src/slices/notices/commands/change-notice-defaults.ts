import type { NoticeDefaultsChange } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { changedChoices } from '../rules/choices.ts';
import {
  type Defaults,
  lockNoticeDefaults,
  noticeDefaults,
  putNoticeDefaults,
} from '../store/choices.ts';
import { lookAtHeldAgain } from '../store/held.ts';
import { gatherMsOf } from './gather-length.ts';

/**
 * Changes by which ways those are told who have not chosen, and how long it is kept who was told.
 * @param seen the version that the caller has seen; null: whichever there is
 * @throws Problem stale_version, invalid_request
 */
export async function changeNoticeDefaults(
  { tx, now }: Ctx,
  { keepDays, gather, ...change }: NoticeDefaultsChange,
  seen: number | null,
): Promise<Defaults> {
  const before = await lockNoticeDefaults(tx);
  if (seen !== null && seen !== before.version) {
    throw new Problem('stale_version', { detail: 'The choices were changed meanwhile.' });
  }
  const chosen = changedChoices(before.chosen, { ...change, gatherMs: gatherMsOf(gather) });
  await putNoticeDefaults(tx, { chosen, keepDays: keepDays ?? before.keepDays });
  await lookAtHeldAgain(tx, null, now);
  return noticeDefaults(tx);
}
