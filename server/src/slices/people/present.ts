import type {
  Absence,
  Agent,
  Brand,
  Calendar,
  Company,
  HelpChain,
  Language,
  Level,
  Role,
  Team,
  Topic,
  Urgency,
} from '@baton/contract';
import { formatDuration } from '../../kernel/duration.ts';
import type { AbsenceRow } from './store/absence-lists.ts';
import type { Adviser } from './store/advisers.ts';
import type { AgentWithTeams } from './store/agents.ts';
import type { CalendarWithUses } from './store/calendar-uses.ts';
import type { BrandRow } from './store/brands.ts';
import type { CompanyRow } from './store/company.ts';
import type { LevelRow } from './store/levels.ts';
import type { TeamWithMembers } from './store/teams.ts';
import type { TopicWithNames } from './store/topics.ts';

export function presentAgent(row: AgentWithTeams): Agent {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    language: row.language as Language,
    zone: row.zone,
    signature: row.signature,
    active: row.active,
    present: row.active && row.absence_id === null,
    absentUntil: row.absent_until?.toISOString() ?? null,
    teams: row.teams.map(({ id, name, capacity }) => ({ team: { id, name }, capacity })),
    createdAt: row.created_at.toISOString(),
    disabledAt: row.disabled_at?.toISOString() ?? null,
    version: row.version,
  };
}

/** An absence; why somebody is away is shown to those who may change it. */
export function presentAbsence(row: AbsenceRow, mayChange: boolean): Absence {
  return {
    id: row.id,
    agent: { id: row.agent_id, name: row.agent_name },
    from: row.from_at.toISOString(),
    until: row.until_at?.toISOString() ?? null,
    reason: mayChange ? (row.reason as Absence['reason']) : null,
    cover: ref(row.cover_id, row.cover_name),
    state: row.state as Absence['state'],
    handedOverAt: row.handed_over_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    version: row.version,
  };
}

export function presentLevel(row: LevelRow): Level {
  return {
    id: row.id,
    name: row.name,
    holdingTime: formatDuration(row.holdingMs),
    resumeAtLeast: formatDuration(row.resumeAtLeastMs),
    waitingLimit: formatDuration(row.waitingLimitMs),
    counts: row.counts,
    runsFrom: row.runsFrom,
    passesTo: row.passesTo,
    holding: Object.fromEntries(
      Object.entries(row.holding).map(([key, ms]) => [key, formatDuration(ms)]),
    ),
  };
}

export function presentTeam(row: TeamWithMembers): Team {
  return {
    id: row.id,
    name: row.name,
    level: row.level,
    lead: { id: row.lead_id, name: row.lead_name },
    cover: ref(row.cover_id, row.cover_name),
    above: ref(row.above_id, row.above_name),
    members: row.members.map(({ id, name, capacity }) => ({ agent: { id, name }, capacity })),
    version: row.version,
  };
}

export function presentBrand(row: BrandRow): Brand {
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    language: row.language,
    zone: row.zone,
    colour: row.colour,
    footers: row.footers,
    logo: row.logo,
  };
}

export function presentTopic(row: TopicWithNames): Topic {
  return {
    id: row.id,
    name: row.name,
    parent: row.parent_id,
    team: ref(row.team_id, row.team_name),
    urgency: row.urgency as Urgency | null,
    responsible: ref(row.responsible_id, row.responsible_name),
    active: row.active,
    effective: {
      team: ref(row.effective_team_id, row.effective_team_name),
      urgency: row.effective_urgency as Urgency,
      responsible: ref(row.effective_responsible_id, row.effective_responsible_name),
    },
  };
}

export function presentCompany(row: CompanyRow): Company {
  return {
    head: { id: row.head_id, name: row.head_name },
    defaultTeam: { id: row.default_team_id, name: row.team_name },
    defaultBrand: { id: row.default_brand_id, name: row.brand_name },
    zone: row.zone,
    firstReply: formatDuration(row.first_reply_ms),
    confirmWithin: formatDuration(row.confirm_within_ms),
    remindAfter: formatDuration(row.remind_after_ms),
    taskWithin: formatDuration(row.task_within_ms),
  };
}

export function presentCalendar(row: CalendarWithUses): Calendar {
  return {
    id: row.id,
    name: row.name,
    zone: row.zone,
    weekly: row.weekly,
    closed: row.closed,
    uses: {
      company: row.uses.company,
      levels: row.uses.levels,
      teams: row.uses.teams.map(({ id, name }) => ({ id, name })),
      agents: row.uses.agents.map(({ id, name }) => ({ id, name })),
    },
    version: row.version,
  };
}

function ref(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}

/** The help chain of a topic, in the order of asking. */
export function presentHelpChain(rows: (Adviser & { topicId: string })[]): HelpChain {
  return {
    topic: rows[0]?.topicId ?? null,
    items: rows.map(({ id, name }) => ({ id, name })),
    next: null,
  };
}
