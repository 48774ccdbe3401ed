import { dayMs, hourMs } from '../../../kernel/duration.ts';
import type { WeeklyStretch, Weekday, WorkingTime } from '../../../kernel/working-time.ts';
import type { HouseParts, Level, Team } from '../rules/house.ts';
import { holdingAt, type Options } from './options.ts';
import type { Random } from './random.ts';

export type Agent = {
  id: string;
  teamIds: string[];
  capacity: number;
  time: WorkingTime;
  active: boolean;
  /** Running absences; one who has any is not present. */
  absences: number;
  lastPickedAt: Map<string, Date>;
};

export type Topic = {
  id: string;
  teamId: string;
  urgency: 'low' | 'normal' | 'high' | 'urgent';
  /** How frequent it is, beside the others. */
  share: number;
};
export type Company = { parts: HouseParts; agents: Agent[]; topics: Topic[] };

const zone = 'Europe/Bucharest';
const levels = 3;

function week(days: Weekday[], from: string, to: string): WeeklyStretch[] {
  return days.map((day) => ({ day, from, to }));
}

/** Early, late, part of the week, and at night across midnight. */
const shifts: WorkingTime[] = [
  { zone, weekly: week([1, 2, 3, 4, 5], '08:00', '16:30'), closed: [] },
  { zone, weekly: week([1, 2, 3, 4, 5], '11:00', '19:00'), closed: [] },
  { zone, weekly: week([3, 4, 5, 6, 7], '09:00', '18:00'), closed: [] },
  { zone, weekly: week([5, 6, 7, 1], '21:00', '06:00'), closed: [] },
];

/** A pyramid of three levels: most agents in front, some behind them, a few at the top. */
export function foundCompany(options: Options, random: Random): Company {
  const top = Math.max(1, Math.round(options.agents * 0.06));
  const middle = Math.max(1, Math.round(options.agents * 0.24));
  const sizes = [Math.max(1, options.agents - middle - top), middle, top];
  const teams: Team[] = [];
  const agents: Agent[] = [];
  for (let level = levels; level >= 1; level--) {
    const size = sizes[level - 1]!;
    const count = level === levels ? 1 : Math.max(1, Math.floor(size / 7));
    for (let nth = 1; nth <= count; nth++) {
      teams.push(teamOf(level, nth, teams));
    }
    const own = teams.filter((team) => team.level === level);
    for (let nth = 0; nth < size; nth++) {
      agents.push(newAgent(`agent-${agents.length + 1}`, [own[nth % own.length]!.id], random));
    }
    for (const team of own) {
      const members = agents.filter(({ teamIds }) => teamIds.includes(team.id));
      team.leadId = members[0]!.id;
      team.coverId = members[1]?.id ?? null;
    }
  }
  const front = teams.filter(({ level }) => level === 1);
  return {
    parts: partsOf(options, teams, agents[0]!.id),
    agents,
    topics: topicsOf(options, front),
  };
}

function teamOf(level: number, nth: number, teams: Team[]): Team {
  const above = teams.filter((team) => team.level === level + 1);
  const id = `team-${level}-${nth}`;
  const aboveId = above.length > 0 ? above[nth % above.length]!.id : null;
  return { id, name: id, level, leadId: '', coverId: null, aboveId, calendarId: null };
}

export function newAgent(id: string, teamIds: string[], random: Random): Agent {
  const time = shifts[random.chance(0.7) ? random.whole(0, 1) : random.whole(2, 3)]!;
  const capacity = random.whole(8, 20);
  return { id, teamIds, capacity, time, active: true, absences: 0, lastPickedAt: new Map() };
}

function topicsOf({ topics }: Options, front: Team[]): Topic[] {
  const urgencies = ['normal', 'normal', 'low', 'high', 'normal', 'urgent'] as const;
  const shares = Array.isArray(topics) ? topics : Array.from({ length: topics }, () => 1);
  return shares.map((share, nth) => ({
    share,
    id: `topic-${nth + 1}`,
    teamId: front[nth % front.length]!.id,
    urgency: urgencies[nth % urgencies.length]!,
  }));
}

function partsOf(options: Options, teams: Team[], headId: string): HouseParts {
  const level = (id: number): Level => levelOf(id, holdingAt(options, id) * hourMs);
  return {
    headId,
    defaultTeamId: teams.find((team) => team.level === 1)!.id,
    defaultBrandId: 'brand',
    firstReplyMs: hourMs,
    confirmWithinMs: 7 * dayMs,
    remindAfterMs: 3 * dayMs,
    taskWithinMs: dayMs,
    zone,
    calendarId: 'office',
    closed: [],
    closedVersion: 1,
    levels: [1, 2, 3].map(level),
    teams,
    calendars: [
      {
        id: 'office',
        zone,
        weekly: week([1, 2, 3, 4, 5], '08:00', '19:00'),
        closed: [],
        version: 1,
      },
    ],
    ownHours: true,
  };
}

function levelOf(id: number, holdingMs: number): Level {
  return {
    id,
    calendarId: null,
    passesTo: 'next',
    holdingMs,
    resumeAtLeastMs: 4 * hourMs,
    waitingLimitMs: 14 * dayMs,
    // In front nights and weekends count, further up the hours of the office.
    counts: id === 1 ? 'elapsed' : 'working',
    runsFrom: 'arrival',
    holding: { urgent: holdingMs / 2, high_stakes: holdingMs / 4 },
  };
}
