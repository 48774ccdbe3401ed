import { minuteMs } from '../../kernel/duration.ts';
import type { Check } from '../../platform/check.ts';
import { contradictions, overdueAbsences } from './store/absences.ts';

/** A server that was started this moment needs a little time to catch up. */
const graceMs = 5 * minuteMs;

/** What must always hold of people, as `doctor` checks it over any database. */
export const checks: Check[] = [
  {
    name: 'Absences begin and end',
    find: async ({ db }) =>
      (await overdueAbsences(db, graceMs)).map((id) => ({
        what: `absence ${id} should have begun or ended more than five minutes ago`,
      })),
  },
  {
    name: 'Whoever is absent is so by an absence',
    find: async ({ db }) =>
      (await contradictions(db)).map((id) => ({
        what: `agent ${id} is absent without a running absence, or present during one`,
      })),
  },
];
