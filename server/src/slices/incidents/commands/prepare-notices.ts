import type { Ctx } from '../../../platform/context.ts';
import { notFound } from '../../../platform/refusals.ts';
import { customerById } from '../../customers/index.ts';
import { brandById, companyDefaults } from '../../people/index.ts';
import { type IncidentRow, lockIncident } from '../store/incidents.ts';
import { insertNotices } from '../store/notices.ts';
import { type TouchedRow, touchedCustomers } from '../store/touched.ts';
import { noticeFor } from '../texts/index.ts';

const atOnce = 200;

/**
 * Prepares what each customer is told whose data were seen within the window, in their language.
 * Those for whom something is prepared already keep it.
 * @returns for how many something was prepared now
 * @throws Problem not_found
 */
export async function prepareNotices(ctx: Ctx, incidentId: string): Promise<number> {
  const incident = await lockIncident(ctx.tx, incidentId);
  if (!incident) throw notFound('incident');
  let prepared = 0;
  let after: [string, string] | undefined;
  for (;;) {
    const rows = await touchedCustomers(ctx.tx, incident, atOnce, after);
    const batch = rows.slice(0, atOnce);
    const missing = batch.filter(({ state }) => state === null);
    const notices = [];
    for (const row of missing) notices.push(await noticeOf(ctx, incident, row));
    prepared += await insertNotices(ctx.tx, notices, ctx.now);
    const last = batch.at(-1);
    if (!last || rows.length <= atOnce) return prepared;
    after = [last.sort, last.customer_id];
  }
}

async function noticeOf(ctx: Ctx, incident: IncidentRow, { customer_id, name, kinds }: TouchedRow) {
  const { defaultBrandId } = await companyDefaults(ctx.tx);
  const brand = await brandById(ctx.tx, defaultBrandId);
  const customer = await customerById(ctx.tx, customer_id);
  const language = customer?.language ?? brand?.language ?? 'en';
  const words = noticeFor(language, {
    name,
    company: brand?.name ?? 'Baton',
    zone: customer?.zone ?? brand?.zone ?? 'UTC',
    from: incident.window_from,
    to: incident.window_to,
    kinds,
  });
  return { incidentId: incident.id, customerId: customer_id, kinds, language, ...words };
}
