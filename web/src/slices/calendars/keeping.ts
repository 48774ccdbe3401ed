import type { Calendar, CalendarUses } from '@baton/contract';

/** Who keeps the hours of a calendar. */
export type Keeper =
  | { kind: 'company' }
  | { kind: 'level'; id: number }
  | { kind: 'team' | 'agent'; id: string };

/** Whether somebody keeps the hours of a calendar as their own. */
export function keeps({ uses }: Calendar, keeper: Keeper): boolean {
  if (keeper.kind === 'company') return uses.company;
  if (keeper.kind === 'level') return uses.levels.includes(keeper.id);
  return uses[`${keeper.kind}s`].some(({ id }) => id === keeper.id);
}

/** Who keeps the hours of a calendar, with somebody among them or no longer. */
export function usesWith({ uses }: Calendar, keeper: Keeper, is: boolean): CalendarUses {
  const ids = {
    company: uses.company,
    levels: uses.levels,
    teams: uses.teams.map(({ id }) => id),
    agents: uses.agents.map(({ id }) => id),
  };
  if (keeper.kind === 'company') return { ...ids, company: is };
  if (keeper.kind === 'level') return { ...ids, levels: among(ids.levels, keeper.id, is) };
  const name = `${keeper.kind}s` as const;
  return { ...ids, [name]: among(ids[name], keeper.id, is) };
}

function among<Id>(ids: Id[], id: Id, is: boolean): Id[] {
  const others = ids.filter((one) => one !== id);
  return is ? [...others, id] : others;
}

/** The names of the calendars by which a level works: its own, else the company's. */
export function calendarsAt(calendars: Calendar[], level: number): string[] {
  const own = calendars.filter(({ uses }) => uses.levels.includes(level));
  const found = own.length > 0 ? own : calendars.filter(({ uses }) => uses.company);
  return found.map(({ name }) => name);
}
