import { baton } from '../../../kernel/actor.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { type CaseForMail, caseForMail } from '../../cases/index.ts';
import { isAnswerable } from '../rules/budget.ts';
import { isOwedReceipt, lastFromPerson } from '../store/correspondence.ts';
import { isInOutbox } from '../store/outbound.ts';
import type { Told } from '../texts/told.ts';
import { type AboutEvent, automaticId } from './automatic-id.ts';
import { correspondenceOf } from './correspondence.ts';
import { tellByMail } from './tell-by-mail.ts';

/**
 * Tells the customer what an event of their case means for them, once. Where no person could be
 * answered automatically (invariant 11) it is recorded, and suppressed.
 * @param textFor what is said of the case as it stands; null when there is nothing to say any more
 */
export async function tellOfEvent(
  deps: Deps,
  event: AboutEvent,
  textFor: (ctx: Ctx, about: CaseForMail) => Promise<((told: Told) => string) | null>,
): Promise<void> {
  const { kind, caseId } = event;
  await runCommand(deps, baton, async (ctx) => {
    const id = automaticId(event);
    if (await isInOutbox(ctx.tx, { id })) return;
    const about = await caseForMail(ctx.tx, { id: caseId });
    const text = about && (await textFor(ctx, about));
    if (!text) return;
    const answerable = isAnswerable(
      await lastFromPerson(ctx.tx, caseId),
      await isOwedReceipt(ctx.tx, caseId),
    );
    const suppressed = answerable ? null : 'answers_no_person';
    const correspondence = await correspondenceOf(ctx, about);
    await tellByMail(ctx, about, correspondence, { id, kind, text, answersTo: null, suppressed });
  });
}
