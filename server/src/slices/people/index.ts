import type { Agent, Brand } from '@baton/contract';
import type { Db, Deps, Tx } from '../../platform/context.ts';
import type { App } from '../../platform/http-types.ts';
import type { PeopleHooks } from './hooks.ts';
import { presentAgent, presentBrand } from './present.ts';
import { absenceRoutes } from './routes/absences.ts';
import { agentRoutes } from './routes/agents.ts';
import { adviserRoutes } from './routes/advisers.ts';
import { brandRoutes } from './routes/brands.ts';
import { calendarRoutes } from './routes/calendars.ts';
import { companyRoutes } from './routes/company.ts';
import { levelRoutes } from './routes/levels.ts';
import { teamRoutes } from './routes/teams.ts';
import { questionRoutes } from './routes/questions.ts';
import { topicRoutes } from './routes/topics.ts';
import { agentWithTeams } from './store/agents.ts';
import { brandById } from './store/brands.ts';

export { checks } from './checks.ts';
export { changeAgent } from './commands/change-agent.ts';
export { changeBrand } from './commands/change-brand.ts';
export { changeCompany } from './commands/change-company.ts';
export { changeHelpChain } from './commands/change-help-chain.ts';
export { changeLevel } from './commands/change-level.ts';
export { changeTeam } from './commands/change-team.ts';
export { createAgent } from './commands/create-agent.ts';
export { createTeam } from './commands/create-team.ts';
export { createTopic } from './commands/create-topic.ts';
export { closeCompany, createCalendar } from './commands/put-calendar.ts';
export { putTopicQuestions } from './commands/put-questions.ts';
export { recordAbsence } from './commands/record-absence.ts';
export { changeProfile } from './commands/change-profile.ts';
export { foundCompany } from './commands/found-company.ts';
export { settleCompany } from './commands/settle-company.ts';
export { letAbsencesPass } from './commands/let-absences-pass.ts';
export type { AbsenceHooks } from './hooks.ts';
export { letIn, lockOut } from './commands/lock-out.ts';
export { agentIdByAddress, isLockedOut, otherAdministrator } from './store/locked.ts';
export { movesCases } from './rules/absence.ts';
export { absenceById, nextAbsenceWake } from './store/absences.ts';
export type { PeopleHooks } from './hooks.ts';
export { agentById, agentsByIds, closeToNewCases } from './store/agents.ts';
export { workingTimeOf, workingTimeOfAgents } from './store/calendars.ts';
export { chainOf as advisersOf } from './store/advisers.ts';
export { type BrandRow, brandById, lockBrand } from './store/brands.ts';
export { companyDefaults, lockPyramid } from './store/company.ts';
export { teamById } from './store/teams.ts';
export { questionsOf } from './store/questions.ts';
export { topicById } from './store/topics.ts';

/** A brand as the API shows one; null when there is none. */
export async function brandView(db: Db | Tx, id: string): Promise<Brand | null> {
  const row = await brandById(db, id);
  return row && presentBrand(row);
}

/** An agent as the API shows one; null when there is none. */
export async function agentView(db: Db | Tx, id: string): Promise<Agent | null> {
  const row = await agentWithTeams(db, id);
  return row && presentAgent(row);
}

const parts = [
  ...[
    agentRoutes,
    absenceRoutes,
    teamRoutes,
    levelRoutes,
    brandRoutes,
    topicRoutes,
    questionRoutes,
  ].flat(),
  companyRoutes,
  adviserRoutes,
  ...calendarRoutes,
];

/** People and the pyramid. */
export function peopleRoutes(app: App, deps: Deps, hooks: PeopleHooks): void {
  for (const register of parts) register(app, deps, hooks);
}
