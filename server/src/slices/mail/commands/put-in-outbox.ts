import { dayMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { addWork } from '../../../platform/work.ts';
import { type CaseForMail, recordDelivery } from '../../cases/index.ts';
import { domainOf } from '../rules/address.ts';
import { type Budget, suppressionOf, type Suppression } from '../rules/budget.ts';
import { maySend, referencesFor } from '../rules/message-id.ts';
import { subjectOfReply } from '../rules/subject.ts';
import { marksOf } from '../store/address-marks.ts';
import { readLimits } from '../store/limits.ts';
import { automaticMailSince, insertAutomaticMail, insertOutbound } from '../store/outbound.ts';
import { mayLeave } from '../store/relays.ts';
import { threadOfCase } from '../store/threads.ts';
import type { Correspondence } from './correspondence.ts';

export type Outgoing = {
  /** The id in the outbox, where it must be the same on a repeat. */
  id?: string;
  messageId: string;
  kind: string;
  automatic: boolean;
  /** When that was written which an automatic mail answers; null when it answers nothing. */
  answersTo: Date | null;
  /** Its writer may take it back until then, and it does not leave before. */
  notBefore?: Date | null;
  /** It was taken back before it came here. */
  withdrawn?: boolean;
  /** Why it is not sent, where that is known already. */
  suppressed?: Suppression | null;
  language: string;
};

/**
 * Puts a message of a case into the outbox and records its fate on the case (invariant 9). Without
 * a relay it is held, and never leaves by itself. An automatic one is suppressed where it would be
 * too much, too late, or read by nobody (invariant 11).
 */
export async function putInOutbox(
  ctx: Ctx,
  about: CaseForMail,
  correspondence: Correspondence,
  outgoing: Outgoing,
): Promise<void> {
  const id = outgoing.id ?? newId();
  const budget = outgoing.automatic ? (await readLimits(ctx.tx)).automatic : null;
  const { to, suppressed } = await allowed(ctx, correspondence, outgoing, budget);
  const held = !(await mayLeave(ctx.tx, ctx.deps.settings.smtpUrl, about.brandId));
  const { state, reason } = fateOf(outgoing, suppressed, held);
  const notBefore = state === 'queued' ? (outgoing.notBefore ?? null) : null;
  const { references, lastFromCustomer } = await threadOfCase(ctx.tx, about.id);
  const { sender, token, channelId, replyTo } = correspondence;
  await insertOutbound(ctx.tx, {
    id,
    caseId: about.id,
    messageId: outgoing.messageId,
    kind: outgoing.kind,
    automatic: outgoing.automatic,
    channelId,
    sender,
    senderName: correspondence.brand.name,
    replyTo,
    recipients: to,
    // People in copy get no automatic mail (domain.md).
    copies: outgoing.automatic ? [] : correspondence.copies,
    mimeId: `<${token}.${id}@${domainOf(sender)}>`,
    inReplyTo: lastFromCustomer && maySend(lastFromCustomer) ? lastFromCustomer : null,
    references: referencesFor(references, lastFromCustomer),
    subject: subjectOfReply(about.subject, about.number),
    language: outgoing.language,
    state,
    reason,
    notBefore,
    createdAt: ctx.now,
  });
  if (budget && !suppressed) {
    await insertAutomaticMail(ctx.tx, to, { outboundId: id, at: ctx.now, budget });
  }
  await recordDelivery(ctx, { messageId: outgoing.messageId, outboundId: id, state, reason });
  if (state === 'queued') await addWork(ctx.tx, [sendWork(id, notBefore ?? undefined)]);
}

function fateOf({ withdrawn }: Outgoing, suppressed: Suppression | null, held: boolean) {
  if (withdrawn) return { state: 'withdrawn', reason: null } as const;
  if (suppressed) return { state: 'suppressed', reason: suppressed } as const;
  return held
    ? ({ state: 'held', reason: 'no_relay' } as const)
    : ({ state: 'queued', reason: null } as const);
}

/** The work of sending a message; asked for twice, it is done once. */
export function sendWork(outboundId: string, runAt?: Date) {
  const work = { task: 'mail.send', payload: { outboundId }, key: `mail.send:${outboundId}` };
  return runAt ? { ...work, runAt } : work;
}

type Allowed = { to: string[]; suppressed: Suppression | null };

/** Who of the recipients may get it; when nobody may, why. */
async function allowed(
  ctx: Ctx,
  { recipients }: Correspondence,
  outgoing: Outgoing,
  budget: Budget | null,
): Promise<Allowed> {
  if (recipients.length === 0) return { to: [], suppressed: 'nobody_to_write_to' };
  if (outgoing.suppressed) return { to: recipients, suppressed: outgoing.suppressed };
  if (!budget) return { to: recipients, suppressed: null };
  const lately = await automaticMailSince(ctx.tx, recipients, plus(ctx.now, -dayMs));
  const marks = new Map((await marksOf(ctx.tx, recipients)).map((mark) => [mark.address, mark]));
  const reasons = recipients.map((address) => {
    const sent = lately.get(address) ?? [];
    const mark = marks.get(address) ?? null;
    const mail = { recipients: [address], sent, answersTo: outgoing.answersTo, mark };
    return { address, reason: suppressionOf(mail, budget, ctx.now) };
  });
  const to = reasons.filter(({ reason }) => reason === null).map(({ address }) => address);
  if (to.length > 0) return { to, suppressed: null };
  return { to: recipients, suppressed: reasons[0]!.reason };
}
