import { dayMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { fieldRefusal } from '../../../platform/field-refusal.ts';
import { Problem } from '../../../platform/problem.ts';
import { companyDefaults } from '../../people/index.ts';
import { type AccountRow, accountOf } from '../store/account.ts';

const mostDays = 400;

/**
 * The account of mail for some days, both included, in the company's zone; by default the last
 * seven.
 * @throws Problem invalid_request when the days are in the wrong order or more than 400
 */
export async function accountLines(
  deps: Deps,
  days: { from?: string | undefined; to?: string | undefined },
): Promise<AccountRow[]> {
  const { zone } = await companyDefaults(deps.db);
  const today = dayIn(zone, await instant(deps.db, deps));
  const to = days.to ?? (days.from && days.from > today ? days.from : today);
  const from = days.from ?? dayBefore(to, 6);
  if (from > to || from < dayBefore(to, mostDays)) {
    throw new Problem('invalid_request', {
      detail: `The days must be in order, and ${mostDays} at most.`,
      errors: [fieldRefusal('query.from', 'wrong_span')],
    });
  }
  return accountOf(deps.db, { from, to, zone });
}

/** The date in a zone, as ISO 8601 writes it. */
function dayIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
}

function dayBefore(day: string, days: number): string {
  return plus(new Date(`${day}T00:00:00Z`), -days * dayMs)
    .toISOString()
    .slice(0, 10);
}
