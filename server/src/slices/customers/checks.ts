import type { Check } from '../../platform/check.ts';
import { lostReferences } from './commands/references.ts';

/** What must always hold of customers, for `doctor`. */
export const referenceChecks: Check[] = [
  {
    name: 'Masked numbers of customers can be opened',
    find: async (deps) =>
      (await lostReferences(deps)).map((id) => ({
        what: `The number ${id} of a customer cannot be opened with the secrets of this installation.`,
      })),
  },
];
