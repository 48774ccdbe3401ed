import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { caseForMail, followMerges, tellCustomer } from '../../cases/index.ts';
import { isAnswerable } from '../rules/budget.ts';
import { subjectOfReply } from '../rules/subject.ts';
import { isOwedReceipt, lastFromPerson } from '../store/correspondence.ts';
import { isInOutbox } from '../store/outbound.ts';
import { mergedText } from '../texts/told.ts';
import { automaticId } from './automatic-id.ts';
import { correspondenceOf } from './correspondence.ts';
import { putInOutbox } from './put-in-outbox.ts';
import { toldOf } from './told-of.ts';

/**
 * Tells the customer of a merged case that it is worked on together with another one, who holds
 * that, and by when. Nothing of the other case but these: its customer may be somebody else. Once
 * for each merge, and not at all when that was taken back meanwhile.
 * @param seq the event by which it was merged
 */
export async function sendMerged(deps: Deps, caseId: string, seq: number): Promise<void> {
  await runCommand(deps, baton, async (ctx) => {
    const id = automaticId('merged', caseId, seq);
    if (await isInOutbox(ctx.tx, { id })) return;
    const about = await caseForMail(ctx.tx, { id: caseId });
    if (about?.status !== 'merged') return;
    const { ownerName, teamName, due } = await followMerges(ctx.tx, about);
    const correspondence = await correspondenceOf(ctx, about);
    const { language } = correspondence;
    const answerable = isAnswerable(
      await lastFromPerson(ctx.tx, caseId),
      await isOwedReceipt(ctx.tx, caseId),
    );
    const { messageId } = await tellCustomer(ctx, {
      caseId,
      kind: 'merged',
      subject: subjectOfReply(about.subject, about.number),
      text: mergedText({ ...toldOf(about, correspondence), ownerName, teamName, due }),
      language,
    });
    await putInOutbox(ctx, about, correspondence, {
      id,
      messageId,
      kind: 'merged',
      automatic: true,
      answersTo: null,
      suppressed: answerable ? null : 'answers_no_person',
      language,
    });
  });
}
