import type { Urgency } from '@baton/contract';
import type { WeeklyStretch, WorkingTime } from '../../../kernel/working-time.ts';
import {
  atAnyHour,
  type ClockRule,
  clockRule,
  type LevelSettings,
  type MarkedTime,
  type Pressure,
  type Recipients,
} from './clock-rule.ts';

export type Level = LevelSettings & {
  id: number;
  calendarId: string | null;
  passesTo: 'next' | 'top';
};

export type Team = {
  id: string;
  name: string;
  level: number;
  leadId: string;
  coverId: string | null;
  aboveId: string | null;
  calendarId: string | null;
};

export type Calendar = {
  id: string;
  zone: string;
  weekly: WeeklyStretch[];
  closed: string[];
  version: number;
};

/** What the house is made of, as it is stored. */
export type HouseParts = {
  headId: string;
  defaultTeamId: string;
  defaultBrandId: string;
  firstReplyMs: number;
  confirmWithinMs: number;
  remindAfterMs: number;
  taskWithinMs: number;
  zone: string;
  calendarId: string | null;
  /** Days on which the whole company is closed, `YYYY-MM-DD`, and the version of that list. */
  closed: string[];
  closedVersion: number;
  levels: Level[];
  teams: Team[];
  calendars: Calendar[];
  /** Whether any agent has working hours of their own. */
  ownHours: boolean;
};

/** By which clock a case runs: the team at which it began, and how pressing the case is. */
export type Clocked = Pressure & { clock: { teamId: string } };

/** The pyramid as it stands, read at once: every act on a case needs some of it. */
export type House = HouseParts & {
  team: (id: string) => Team;
  level: (id: number) => Level;
  /** The team to which cases of a team go up: the next one, or the top where the level says so. */
  above: (team: Team) => Team | null;
  /** When a team works: by its own calendar, else its level's, else the company's. */
  hours: (team: Team, calendarId?: string | null) => WorkingTime;
  /** The calendar by which a case's clock runs; null where only the company's closed days count. */
  calendarOf: (state: Pick<Clocked, 'clock'>) => string | null;
  /** The rule for clocks that begin at a team. */
  ruleAt: (team: Team, pressure: Pressure, recipients?: Recipients) => ClockRule;
  /** The rule by which a case's clock runs. */
  ruleOf: (state: Clocked, recipients?: Recipients) => ClockRule;
};

/** The house with everything that follows from its parts. */
export function houseFrom(parts: HouseParts): House {
  const teams = new Map(parts.teams.map((team) => [team.id, team]));
  const levels = new Map(parts.levels.map((level) => [level.id, level]));
  const team = (id: string) => known(teams.get(id), `team ${id}`);
  const level = (id: number) => known(levels.get(id), `level ${id}`);
  const timeOf = timesOf(parts);
  const calendarOf = (one: Team) =>
    one.calendarId ?? level(one.level).calendarId ?? parts.calendarId;
  const ruleAt: House['ruleAt'] = (one, pressure, recipients = atAnyHour) =>
    clockRule(level(one.level), timeOf(calendarOf(one)), pressure, recipients);
  const above = ({ aboveId }: Team): Team | null => (aboveId ? team(aboveId) : null);
  return {
    ...parts,
    team,
    level,
    above: (one) => {
      let next = above(one);
      if (level(one.level).passesTo === 'top') {
        for (let higher = next; higher; higher = above(higher)) next = higher;
      }
      return next;
    },
    hours: (one, calendarId) => timeOf(calendarId ?? calendarOf(one)).time,
    calendarOf: ({ clock }) => calendarOf(team(clock.teamId)),
    ruleAt,
    ruleOf: ({ clock, urgency, highStakes }, recipients) =>
      ruleAt(team(clock.teamId), { urgency, highStakes }, recipients),
  };
}

/** Each calendar as hours that count, made when first asked for. */
function timesOf(parts: HouseParts): (calendarId: string | null) => MarkedTime {
  const times = new Map<string | null, MarkedTime>();
  return (calendarId) => {
    let found = times.get(calendarId);
    if (!found) times.set(calendarId, (found = markedTime(parts, calendarId)));
    return found;
  };
}

function markedTime(parts: HouseParts, calendarId: string | null): MarkedTime {
  const calendar = parts.calendars.find(({ id }) => id === calendarId);
  const closedMark = `closed ${parts.closedVersion}`;
  if (!calendar) {
    const time = { zone: parts.zone, weekly: [], closed: parts.closed };
    return { time, mark: `${parts.zone} ${closedMark}` };
  }
  const { zone, weekly, closed } = calendar;
  const time = { zone, weekly, closed: [...new Set([...parts.closed, ...closed])] };
  return { time, mark: `${calendar.id} ${calendar.version} ${closedMark}` };
}

/** Every way in which cases of a team can be pressing. */
export const pressures: Pressure[] = (['low', 'normal', 'high', 'urgent'] as Urgency[]).flatMap(
  (urgency) => [
    { urgency, highStakes: false },
    { urgency, highStakes: true },
  ],
);

function known<T>(found: T | undefined, what: string): T {
  if (!found) throw new Error(`${what} is missing`);
  return found;
}
