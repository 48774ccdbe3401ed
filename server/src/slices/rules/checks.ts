import type { Check } from '../../platform/check.ts';
import { eventsOfNoRule, waitsLeftBehind } from './store/check.ts';

/** What must always hold of rules, as `doctor` checks it over any database. */
export const checks: Check[] = [
  {
    name: 'Acts of rules',
    find: async ({ db }) => [
      ...(await eventsOfNoRule(db)).map(({ caseId }) => ({
        caseId,
        what: 'an act of a rule that there never was in that version',
      })),
      ...(await waitsLeftBehind(db)).map(({ caseId }) => ({
        caseId,
        what: 'a rule should have looked at it more than five minutes ago',
      })),
    ],
  },
];
