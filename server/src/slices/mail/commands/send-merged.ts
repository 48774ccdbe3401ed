import type { Deps } from '../../../platform/context.ts';
import { followMerges } from '../../cases/index.ts';
import { mergedText } from '../texts/told.ts';
import { tellOfEvent } from './tell-of-event.ts';

/**
 * Tells the customer of a merged case that it is worked on together with another one, who holds
 * that, and by when. Nothing of the other case but these: its customer may be somebody else. Not at
 * all when the merge was taken back meanwhile.
 * @param seq the event by which it was merged
 */
export async function sendMerged(deps: Deps, caseId: string, seq: number): Promise<void> {
  await tellOfEvent(deps, { kind: 'merged', caseId, seq }, async (ctx, about) => {
    if (about.status !== 'merged') return null;
    const { ownerName, teamName, due } = await followMerges(ctx.tx, about);
    return (told) => mergedText({ ...told, ownerName, teamName, due });
  });
}
