import type { Deps } from '../../../platform/context.ts';
import { reminderText } from '../texts/told.ts';
import { tellOfEvent } from './tell-of-event.ts';

/**
 * Asks the customer once more whether the problem is solved, and says when the case closes by
 * itself. Not at all when something was heard meanwhile.
 * @param seq the event that says that it was time
 */
export async function sendReminder(deps: Deps, caseId: string, seq: number): Promise<void> {
  await tellOfEvent(deps, { kind: 'reminder', caseId, seq }, async (_ctx, about) => {
    const { status, closesAt } = about;
    return status === 'solved' && closesAt ? (told) => reminderText(told, closesAt) : null;
  });
}
