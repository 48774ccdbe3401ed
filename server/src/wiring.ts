import type { Check } from './platform/check.ts';
import type { Deps } from './platform/context.ts';
import type { Routes } from './platform/http-types.ts';
import { forgetOldAnswers } from './platform/idempotency.ts';
import { startJobs, type Tasks } from './platform/jobs.ts';
import { startUpkeep, type Upkeep } from './platform/upkeep.ts';
import { followAgent, routes as authRoutes, upkeep as authUpkeep } from './slices/auth/index.ts';
import {
  alignAllClocks,
  checks as caseChecks,
  customerScope,
  handOverAllCases,
  routes as caseRoutes,
  startSweep,
} from './slices/cases/index.ts';
import { customerRoutes } from './slices/customers/index.ts';
import { foundCompany, type PeopleHooks, peopleRoutes } from './slices/people/index.ts';

/** The one file that knows every slice: what they offer, joined together. */

export { authenticate } from './slices/auth/index.ts';

const peopleHooks: PeopleHooks = {
  handOverAll: async (ctx, agentId) => {
    await handOverAllCases(ctx, agentId);
  },
  alignClocks: alignAllClocks,
  followAgent,
};

/** The routes of all slices. */
export const routes: Routes[] = [
  authRoutes,
  (app, deps) => peopleRoutes(app, deps, peopleHooks),
  (app, deps) => customerRoutes(app, deps, customerScope),
  caseRoutes,
];

/** What is done at every start and once a day; each may run on several servers at once. */
export const upkeep: Upkeep[] = [forgetOldAnswers, authUpkeep];

/** What `doctor` looks for. */
export const checks: Check[] = [...caseChecks];

/** The handlers of all work that commands record. */
const tasks: Tasks = {};

/**
 * Starts what runs beside HTTP: upkeep, jobs, the sweep over the clocks, inbound mail. On an empty
 * database it founds the company first.
 */
export async function startServices(deps: Deps) {
  await foundCompany(deps);
  const daily = await startUpkeep(deps, upkeep);
  const jobs = await startJobs(deps, tasks);
  deps.wake = jobs.wake;
  const sweep = startSweep(deps);
  return {
    /** Ends in the order in which work flows: nothing new comes in, what is there is finished. */
    async stop() {
      await sweep.stop();
      await jobs.stop();
      await daily.stop();
    },
  };
}
