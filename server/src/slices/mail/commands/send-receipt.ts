import { baton } from '../../../kernel/actor.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { addWork } from '../../../platform/work.ts';
import { caseForMail, spokenOpening } from '../../cases/index.ts';
import { windowMs } from '../rules/limits.ts';
import { answersWait } from '../store/breakers.ts';
import { isInOutbox } from '../store/outbound.ts';
import { receiptText, spokenReceiptText } from '../texts/told.ts';
import { correspondenceOf } from './correspondence.ts';
import { tellByMail } from './tell-by-mail.ts';

/** The work of sending a receipt; asked for twice, it is done once. */
export function receiptWork(caseId: string, runAt?: Date) {
  const work = { task: 'mail.receipt', payload: { caseId }, key: `mail.receipt:${caseId}` };
  return runAt ? { ...work, runAt } : work;
}

/** Tells the customer that the case is accepted: number, who holds it, by when. */
export async function sendReceipt(deps: Deps, caseId: string): Promise<void> {
  await runCommand(deps, baton, async (ctx) => {
    if (await isInOutbox(ctx.tx, { caseId, kind: 'receipt' })) return;
    const about = await caseForMail(ctx.tx, { id: caseId });
    if (!about) return;
    if (about.channelId && (await answersWait(ctx.tx, about.channelId))) {
      // Too much comes through the channel: nothing is answered until it is calm (invariant 11).
      await addWork(ctx.tx, [receiptWork(caseId, plus(ctx.now, windowMs))]);
      return;
    }
    const correspondence = await correspondenceOf(ctx, about);
    const spoken = await spokenOpening(ctx.tx, caseId);
    await tellByMail(ctx, about, correspondence, {
      kind: 'receipt',
      text: spoken ? (told) => spokenReceiptText(told, spoken.text, null) : receiptText,
      answersTo: correspondence.openedBy,
      suppressed: about.status === 'set_aside' ? 'answers_no_person' : null,
    });
  });
}
