import { dayMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { notFound } from '../../../platform/refusals.ts';
import { openCase, reply } from '../../cases/index.ts';
import { customerById, holdSurvivor, primaryMail } from '../../customers/index.ts';
import { type IncidentRow, lockIncident } from '../store/incidents.ts';
import { countPrepared, lockPrepared, settleNotice } from '../store/notices.ts';

/** So many in one transaction; whoever sends asks again while some are left. */
const atOnce = 50;
/** Until then an answer is waited for; the case then comes back to its owner. */
const waitMs = 7 * dayMs;

type Prepared = Awaited<ReturnType<typeof lockPrepared>>[number];

/**
 * Sends what was prepared, each in a new case of its customer, held by the owner of the incident,
 * who gets the answers. Whoever has no mail address cannot be told so; their notice says it.
 * @throws Problem not_found
 */
export async function sendNotices(
  ctx: Ctx,
  incidentId: string,
): Promise<{ sent: number; failed: number; left: number }> {
  const incident = await lockIncident(ctx.tx, incidentId);
  if (!incident) throw notFound('incident');
  let sent = 0;
  let failed = 0;
  for (const notice of await lockPrepared(ctx.tx, incidentId, atOnce)) {
    const on = { incidentId, customerId: notice.customerId };
    // Whoever is part of another customer by now is told as that one.
    const customerId = (await holdSurvivor(ctx.tx, notice.customerId))!;
    const address = await primaryMail(ctx.tx, customerId);
    if (address === null) {
      await settleNotice(ctx.tx, on, { trouble: 'no_address' });
      failed += 1;
      continue;
    }
    const caseId = await sendOne(ctx, incident, { ...notice, customerId }, address);
    await settleNotice(ctx.tx, on, { sentAt: ctx.now, caseId });
    sent += 1;
  }
  return { sent, failed, left: await countPrepared(ctx.tx, incidentId) };
}

async function sendOne(
  ctx: Ctx,
  incident: IncidentRow,
  notice: Prepared,
  address: string,
): Promise<string> {
  const customer = await customerById(ctx.tx, notice.customerId);
  const { caseId } = await openCase(ctx, {
    customerId: notice.customerId,
    ownerId: incident.owner_id,
    subject: notice.subject,
    message: {
      id: newId(),
      direction: 'internal',
      kind: 'note',
      author: { kind: 'baton', id: null, name: null, address: null },
      subject: notice.subject,
      text: `Incident ${incident.number}: ${incident.reason}`,
      quoted: null,
      htmlSha256: null,
      language: notice.language,
      automatic: true,
      inboundId: null,
      files: [],
    },
    participants: [{ address, name: customer?.name ?? null, role: 'customer' }],
    receipt: false,
  });
  await reply(ctx, { caseId, text: notice.text, files: [], waitUntil: plus(ctx.now, waitMs) });
  return caseId;
}
