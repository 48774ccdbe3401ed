import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { caseForMail, tellCustomer } from '../../cases/index.ts';
import { isAnswerable } from '../rules/budget.ts';
import { subjectOfReply } from '../rules/subject.ts';
import { isOwedReceipt, lastFromPerson } from '../store/correspondence.ts';
import { isInOutbox } from '../store/outbound.ts';
import { reminderText } from '../texts/told.ts';
import { automaticId } from './automatic-id.ts';
import { correspondenceOf } from './correspondence.ts';
import { putInOutbox } from './put-in-outbox.ts';
import { toldOf } from './told-of.ts';

/**
 * Asks the customer once more whether the problem is solved, and says when the case closes by
 * itself. Not at all when something was heard meanwhile; where no person could be answered
 * automatically (invariant 11) it is recorded, and suppressed.
 * @param seq the event that says that it was time
 */
export async function sendReminder(deps: Deps, caseId: string, seq: number): Promise<void> {
  await runCommand(deps, baton, async (ctx) => {
    const id = automaticId('reminder', caseId, seq);
    if (await isInOutbox(ctx.tx, { id })) return;
    const about = await caseForMail(ctx.tx, { id: caseId });
    if (about?.status !== 'solved' || !about.closesAt) return;
    const correspondence = await correspondenceOf(ctx, about);
    const { language } = correspondence;
    const answerable = isAnswerable(
      await lastFromPerson(ctx.tx, caseId),
      await isOwedReceipt(ctx.tx, caseId),
    );
    const { messageId } = await tellCustomer(ctx, {
      caseId,
      kind: 'reminder',
      subject: subjectOfReply(about.subject, about.number),
      text: reminderText(toldOf(about, correspondence), about.closesAt),
      language,
    });
    await putInOutbox(ctx, about, correspondence, {
      id,
      messageId,
      kind: 'reminder',
      automatic: true,
      answersTo: null,
      suppressed: answerable ? null : 'answers_no_person',
      language,
    });
  });
}
