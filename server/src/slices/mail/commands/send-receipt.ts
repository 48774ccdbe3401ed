import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { caseForMail, tellCustomer } from '../../cases/index.ts';
import { subjectOfReply } from '../rules/subject.ts';
import { isInOutbox } from '../store/outbound.ts';
import { receiptText } from '../texts/told.ts';
import { correspondenceOf } from './correspondence.ts';
import { putInOutbox } from './put-in-outbox.ts';
import { toldOf } from './told-of.ts';

/** Tells the customer that the case is accepted: number, who holds it, by when. */
export async function sendReceipt(deps: Deps, caseId: string): Promise<void> {
  await runCommand(deps, baton, async (ctx) => {
    if (await isInOutbox(ctx.tx, { caseId, kind: 'receipt' })) return;
    const about = await caseForMail(ctx.tx, { id: caseId });
    if (!about) return;
    const correspondence = await correspondenceOf(ctx, about);
    const { language } = correspondence;
    const { messageId } = await tellCustomer(ctx, {
      caseId,
      kind: 'receipt',
      subject: subjectOfReply(about.subject, about.number),
      text: receiptText(toldOf(about, correspondence)),
      language,
    });
    await putInOutbox(ctx, about, correspondence, {
      messageId,
      kind: 'receipt',
      automatic: true,
      answersTo: correspondence.openedBy,
      language,
    });
  });
}
