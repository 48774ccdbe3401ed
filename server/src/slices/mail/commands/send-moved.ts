import type { Deps } from '../../../platform/context.ts';
import { movedText } from '../texts/told.ts';
import { tellOfEvent } from './tell-of-event.ts';

/**
 * Tells the customer that the case went up: who holds it now, and by when. Not at all when the case
 * is solved meanwhile.
 * @param seq the event with which it went up
 */
export async function sendMoved(deps: Deps, caseId: string, seq: number): Promise<void> {
  await tellOfEvent(deps, { kind: 'moved', caseId, seq }, async (_ctx, { status }) =>
    ['open', 'waiting'].includes(status) ? movedText : null,
  );
}
