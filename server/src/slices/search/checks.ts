import type { Check } from '../../platform/check.ts';
import { idleTriggers, incompleteCases, missingCustomers } from './store/check.ts';

/** That search finds whatever was written (invariant of ADR 0078), as `doctor` checks it. */
export const checks: Check[] = [
  {
    name: 'Search is complete',
    find: async ({ db }) => [
      ...(await incompleteCases(db)).map(({ caseId }) => ({
        caseId,
        what: 'not in the index of search through its last message',
      })),
      ...counted(await missingCustomers(db), 'customers are not in the index of search'),
      ...counted(await idleTriggers(db), 'triggers that keep the index of search are not in force'),
    ],
  },
];

const counted = (count: number, what: string) =>
  count === 0 ? [] : [{ what: `${count} ${what}` }];
