import type { NoticeKind } from '@baton/contract';
import { opensAt, type WorkingTime } from '../../../kernel/working-time.ts';

/** What cannot wait until somebody is at work again, whatever case it is about. */
const pressing: ReadonlySet<string> = new Set<NoticeKind>([
  'high_stakes',
  'deadline_near',
  'accountability',
  'breaker_opened',
  'mail_account_off',
  'new_device',
  'sign_in_failures',
]);

/**
 * From when on a notice may be told by mail: at once in the agent's working hours, at any hour where
 * it presses or its case is urgent or high-stakes, else when they are next at work (S3-93); at once
 * also where nobody knows when that is.
 */
export function mailFrom(
  notice: { kind: string; ofPressingCase: boolean },
  hours: WorkingTime,
  now: Date,
): Date {
  if (notice.ofPressingCase || pressing.has(notice.kind)) return now;
  return opensAt(hours, now) ?? now;
}
