import type { Check } from './platform/check.ts';
import type { Deps } from './platform/context.ts';
import { inTransaction } from './platform/db.ts';
import type { Routes } from './platform/http-types.ts';
import { forgetOldAnswers } from './platform/idempotency.ts';
import { startJobs, type Tasks } from './platform/jobs.ts';
import { listenToOthers } from './platform/live-listener.ts';
import { tidyStorage } from './platform/storage-upkeep.ts';
import { startUpkeep, type Upkeep } from './platform/upkeep.ts';
import {
  authTasks,
  followAgent,
  routes as authRoutes,
  upkeep as authUpkeep,
} from './slices/auth/index.ts';
import {
  alignClocksSoon,
  casesNamed,
  checks as caseChecks,
  contentsInUse as contentsOfCases,
  customerScope,
  caseScope,
  isCaseOf,
  forgetDrafts,
  forgetUploads,
  handOverAllCases,
  handOverForAbsence,
  moveCases,
  partCases,
  routes as caseRoutes,
  standingOf,
  startSweep,
} from './slices/cases/index.ts';
import {
  checks as customerChecks,
  customerRoutes,
  sealReferencesAnew,
} from './slices/customers/index.ts';
import {
  closeSanitiser,
  contentsInUse as contentsOfLetters,
  letterTasks,
  upkeep as letterUpkeep,
} from './slices/letters/index.ts';
import { liveRoutes } from './slices/live/index.ts';
import {
  routes as incidentRoutes,
  startAccessWatch,
  upkeep as incidentUpkeep,
} from './slices/incidents/index.ts';
import {
  checks as mailChecks,
  contentsInUse as contentsOfMail,
  forgetOldMail,
  foundChannel,
  mailTasks,
  startAgentMail,
  startInboundLmtp,
  startInboundSmtp,
  sealDkimKeysAnew,
  sealLoginsAnew,
  startMailboxes,
  startMailUpkeep,
  routes as mailRoutes,
  watchAccount,
  canMailAgents,
} from './slices/mail/index.ts';
import { routes as intakeRoutes } from './slices/intake/index.ts';
import { forgetOldNotices, noticeRoutes, noticeTasks } from './slices/notices/index.ts';
import { routes as writingRoutes } from './slices/writing/index.ts';
import {
  forgetOldPushes,
  keepPushKeys,
  pushTasks,
  routes as pushRoutes,
  startTelling,
} from './slices/push/index.ts';
import { routes as portalRoutes } from './slices/portal/index.ts';
import {
  checks as ruleChecks,
  routes as ruleRoutes,
  setWaitsAnew,
  startRuleSweep,
  tasks as ruleTasks,
} from './slices/rules/index.ts';
import {
  checks as searchChecks,
  fillIndex,
  routes as searchRoutes,
  tasks as searchTasks,
} from './slices/search/index.ts';
import {
  checks as peopleChecks,
  foundCompany,
  type PeopleHooks,
  peopleRoutes,
} from './slices/people/index.ts';

/** The one file that knows every slice: what they offer, joined together. */

export { authenticate } from './slices/auth/index.ts';
export { mailOut } from './slices/mail/index.ts';

export const peopleHooks: PeopleHooks = {
  handOverAll: async (ctx, agentId) => {
    await handOverAllCases(ctx, agentId);
  },
  alignClocks: alignClocksSoon,
  handOverForAbsence: async (ctx, absence) => {
    await handOverForAbsence(ctx, absence);
  },
  followAgent,
};

/** The routes of all slices. */
export const routes: Routes[] = [
  (app, deps) => authRoutes(app, deps, { canMail: canMailAgents }),
  (app, deps) => peopleRoutes(app, deps, peopleHooks),
  (app, deps) =>
    customerRoutes(app, deps, { scope: customerScope, caseScope, isCaseOf, moveCases, partCases }),
  (app, deps) => noticeRoutes(app, deps, { casesNamed }),
  (app, deps) => liveRoutes(app, deps, { standingOf }),
  writingRoutes,
  caseRoutes,
  ruleRoutes,
  searchRoutes,
  mailRoutes,
  pushRoutes,
  portalRoutes,
  intakeRoutes,
  incidentRoutes,
];

/** What is done at every start and once a day; each may run on several servers at once. */
export const upkeep: Upkeep[] = [
  forgetOldAnswers,
  sealLoginsAnew,
  sealDkimKeysAnew,
  sealReferencesAnew,
  keepPushKeys,
  forgetOldPushes,
  authUpkeep,
  incidentUpkeep,
];

/** The same, for what may take long and for which nothing waits. */
export const slowUpkeep: Upkeep[] = [
  forgetOldNotices,
  forgetOldMail,
  watchAccount,
  setWaitsAnew,
  fillIndex,
  forgetUploads,
  forgetDrafts,
  letterUpkeep,
  tidyStorage([contentsOfCases, contentsOfMail, contentsOfLetters]),
];

/** What `doctor` looks for. */
export const checks: Check[] = [
  ...peopleChecks,
  ...customerChecks,
  ...caseChecks,
  ...ruleChecks,
  ...searchChecks,
  ...mailChecks,
];

/** The handlers of all work that commands record. */
export const tasks: Tasks = {
  ...authTasks,
  ...noticeTasks,
  ...letterTasks,
  ...mailTasks,
  ...pushTasks,
  ...ruleTasks,
  ...searchTasks,
};

/**
 * Starts what runs beside HTTP: upkeep, jobs, the sweep over the clocks, inbound mail. On an empty
 * database it founds the company first.
 */
export async function startServices(deps: Deps) {
  await foundCompany(deps);
  await inTransaction(deps.db, (tx) => foundChannel(tx));
  // Each part is stopped in the opposite order: nothing new comes in, what is there is finished.
  const parts = new AsyncDisposableStack();
  const started = <T extends { stop(): Promise<void> }>(part: T) =>
    parts.adopt(part, (one) => one.stop());
  try {
    started(await startUpkeep(deps, upkeep, slowUpkeep));
    // Before the jobs, so that it lets go of the relay only after the last of them.
    started(startMailUpkeep(deps));
    started(await listenToOthers(deps));
    parts.defer(closeSanitiser);
    const jobs = started(await startJobs(deps, tasks));
    deps.wake = jobs.wake;
    const sweep = started(startSweep(deps));
    started(startRuleSweep(deps, sweep.running));
    started(startAgentMail(deps));
    started(startTelling(deps));
    started(startAccessWatch(deps));
    const smtp = parts.adopt(await startInboundSmtp(deps), (one) => one.close());
    const lmtp = await startInboundLmtp(deps);
    if (lmtp) parts.adopt(lmtp, (one) => one.close());
    started(startMailboxes(deps));
    return {
      mailIn: () => 'listening' as const,
      clocks: () => (sweep.running() ? ('running' as const) : ('stopped' as const)),
      smtpPort: smtp.port,
      stop: () => parts.disposeAsync(),
    };
  } catch (error) {
    await parts.disposeAsync();
    throw error;
  }
}
