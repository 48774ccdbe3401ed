import type {
  AccountabilityEntry,
  HandsOfAgent,
  LevelInPyramid,
  Pyramid,
  TeamInPyramid,
} from '@baton/contract';
import { formatDuration } from '../../kernel/duration.ts';
import { workingBetween } from '../../kernel/working-time.ts';
import type { House } from './rules/house.ts';
import type { Shift } from './rules/pick.ts';
import type { AccountabilityRow, FrameRow, HeldRow, LapsedRow, RingRow } from './store/pyramid.ts';

/** What a look at the pyramid is made of; the same for everybody who looks. */
export type Look = {
  at: Date;
  house: House;
  frame: FrameRow[];
  held: HeldRow[];
  lapsed: LapsedRow[];
  lastAtTop: Date | null;
  shiftOf: (agentId: string) => Shift;
};

/** The whole pyramid, with the hands of every team. */
export function presentPyramid(look: Look): Pyramid {
  const levels = look.frame.map((row) => presentLevel(row, look));
  const holding = new Set(look.held.filter((row) => row.open > 0).map((row) => row.agent_id));
  return {
    at: look.at.toISOString(),
    open: sum(levels, 'open'),
    hands: holding.size,
    dueSoon: sum(levels, 'dueSoon'),
    lapsed: sum(levels, 'lapsed'),
    lastAtTop: look.lastAtTop?.toISOString() ?? null,
    levels,
  };
}

/** The same for somebody who sees these teams only: of the others they learn how much is there. */
export function pyramidSeenBy(whole: Pyramid, sees: (teamId: string) => boolean): Pyramid {
  const levels = whole.levels.map((level) => ({
    ...level,
    teams: level.teams.map((team) => (sees(team.id) ? team : { ...team, seen: false, hands: [] })),
  }));
  return { ...whole, levels };
}

function presentLevel(row: FrameRow, look: Look): LevelInPyramid {
  const lapsed = look.lapsed.filter(({ level }) => level === row.level);
  const teams = row.teams.map((team) => presentTeam(team, lapsed, look));
  return {
    id: row.level,
    name: row.name,
    holdingTime: formatDuration(row.holdingMs),
    open: sum(teams, 'open'),
    dueSoon: sum(teams, 'dueSoon'),
    nextDue: first(teams),
    room: sum(teams, 'room'),
    lapsed: lapsed.reduce((total, { count }) => total + count, 0),
    teams,
  };
}

function presentTeam(
  { id, name, lead }: FrameRow['teams'][number],
  lapsed: LapsedRow[],
  look: Look,
): TeamInPyramid {
  const hands = look.held
    .filter((row) => row.team_id === id)
    .map((row) => presentHands(row, lapsed, look));
  return {
    id,
    name,
    lead: { id: lead.id, name: lead.name },
    seen: true,
    open: sum(hands, 'open'),
    dueSoon: sum(hands, 'dueSoon'),
    nextDue: first(hands),
    room: hands.reduce((total, one) => total + roomOf(one), 0),
    hands,
  };
}

function presentHands(row: HeldRow, lapsed: LapsedRow[], look: Look): HandsOfAgent {
  const { onShift, shiftStartsAt } = look.shiftOf(row.agent_id);
  return {
    agent: { id: row.agent_id, name: row.name },
    capacity: row.capacity,
    open: row.open,
    dueSoon: row.due_soon,
    nextDue: row.next_due?.toISOString() ?? null,
    lapsed: lapsed.find(({ owner_id }) => owner_id === row.agent_id)?.count ?? 0,
    present: row.present,
    absentUntil: row.absent_until?.toISOString() ?? null,
    onShift,
    shiftStartsAt: shiftStartsAt?.toISOString() ?? null,
    full: row.capacity !== null && row.open >= row.capacity,
    rings: row.rings.map((ring) => presentRing(ring, look)),
  };
}

function presentRing(ring: RingRow, { house, at }: Look): HandsOfAgent['rings'][number] {
  const due = new Date(ring.due);
  const { clockTeamId: teamId, urgency, highStakes } = ring;
  const { time } = house.ruleOf({ clock: { teamId }, urgency, highStakes });
  return {
    id: ring.id,
    number: ring.number,
    clock: {
      due: due.toISOString(),
      holdingTime: formatDuration(ring.holdingMs),
      remaining: formatDuration(Math.max(0, workingBetween(time, at, due))),
    },
  };
}

/** Whoever is absent, or not of the team, has room for nothing. */
function roomOf({ present, capacity, open }: HandsOfAgent): number {
  return present && capacity !== null ? Math.max(0, capacity - open) : 0;
}

function sum<K extends string>(parts: Record<K, number>[], name: K): number {
  return parts.reduce((total, part) => total + part[name], 0);
}

function first(parts: { nextDue: string | null }[]): string | null {
  return parts.flatMap(({ nextDue }) => nextDue ?? []).toSorted()[0] ?? null;
}

/** One entry of whoever has to answer for a lapse at the top. */
export function presentAccountability(row: AccountabilityRow): AccountabilityEntry {
  return {
    case: { id: row.case_id, number: row.number, subject: row.subject },
    level: row.level,
    owner: { id: row.owner_id, name: row.owner_name },
    answerable: { id: row.answerable_id, name: row.answerable_name },
    lapsedAt: row.lapsed_at.toISOString(),
  };
}
