import type { Check } from '../../platform/check.ts';
import { lostReferences } from './commands/references.ts';
import { strayBelongings } from './store/merges.ts';

/** What must always hold of customers, for `doctor`. */
export const checks: Check[] = [
  {
    name: 'Masked numbers of customers can be opened',
    find: async (deps) =>
      (await lostReferences(deps)).map((id) => ({
        what: `The number ${id} of a customer cannot be opened with the secrets of this installation.`,
      })),
  },
  {
    name: 'Who is part of another customer has nothing apart',
    find: async ({ db }) =>
      (await strayBelongings(db)).map(({ id, what }) => ({
        what: `Customer ${id}, who is part of another, has ${what}.`,
      })),
  },
];
