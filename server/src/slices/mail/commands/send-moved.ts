import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { caseForMail, tellCustomer } from '../../cases/index.ts';
import { isAnswerable } from '../rules/budget.ts';
import { subjectOfReply } from '../rules/subject.ts';
import { isOwedReceipt, lastFromPerson } from '../store/correspondence.ts';
import { isInOutbox } from '../store/outbound.ts';
import { movedText } from '../texts/told.ts';
import { automaticId } from './automatic-id.ts';
import { correspondenceOf } from './correspondence.ts';
import { putInOutbox } from './put-in-outbox.ts';
import { toldOf } from './told-of.ts';

/**
 * Tells the customer that the case went up: who holds it now, and by when. Once for each time, and
 * not at all when the case is solved meanwhile. Where no person could be answered automatically
 * (invariant 11) it is recorded, and suppressed.
 * @param seq the event with which it went up
 */
export async function sendMoved(deps: Deps, caseId: string, seq: number): Promise<void> {
  await runCommand(deps, baton, async (ctx) => {
    const id = automaticId('moved', caseId, seq);
    if (await isInOutbox(ctx.tx, { id })) return;
    const about = await caseForMail(ctx.tx, { id: caseId });
    if (!about || !['open', 'waiting'].includes(about.status)) return;
    const correspondence = await correspondenceOf(ctx, about);
    const { language } = correspondence;
    const answerable = isAnswerable(
      await lastFromPerson(ctx.tx, caseId),
      await isOwedReceipt(ctx.tx, caseId),
    );
    const { messageId } = await tellCustomer(ctx, {
      caseId,
      kind: 'moved',
      subject: subjectOfReply(about.subject, about.number),
      text: movedText(toldOf(about, correspondence)),
      language,
    });
    await putInOutbox(ctx, about, correspondence, {
      id,
      messageId,
      kind: 'moved',
      automatic: true,
      answersTo: null,
      suppressed: answerable ? null : 'answers_no_person',
      language,
    });
  });
}
