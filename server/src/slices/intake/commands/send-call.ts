import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { caseForMail, sendCallRecord } from '../../cases/index.ts';
import { correspondenceOf } from '../../mail/index.ts';
import { timesOf } from '../rules/call-times.ts';
import { shownCall } from '../store/calls.ts';
import { callRecordText } from '../texts/call-record.ts';
import { findCall } from './find-call.ts';

/**
 * A call with the customer goes to them: when it was, to the minute, with whom, what was agreed.
 * @throws Problem `wrong_status` for one that goes on, or was with somebody else
 */
export async function sendCall(ctx: Ctx, id: string): Promise<void> {
  const call = await findCall(ctx, id);
  if (!call.messageId || !call.caseId || !call.withCustomer) {
    throw new Problem('wrong_status', {
      detail: 'Only a call with the customer that has ended can be sent to them.',
    });
  }
  const about = await caseForMail(ctx.tx, { id: call.caseId });
  const shown = await shownCall(ctx.tx, id);
  const { language, brand } = await correspondenceOf(ctx, about!);
  const record = { ...shown!, beganAt: timesOf(call.marks, ctx.now).beganAt };
  const text = callRecordText(record, about!.customerZone ?? brand.zone, language);
  await sendCallRecord(ctx, { caseId: call.caseId, text, language });
}
