import type { Deps } from './context.ts';

/** Something that does not hold: the case, if it is about one, and what is wrong. */
export type Finding = { caseId?: string; what: string };

/** One thing that must always hold, and how to find where it does not. */
export type Check = {
  name: string;
  find: (deps: Pick<Deps, 'db' | 'storage' | 'secrets'>) => Promise<Finding[]>;
};
