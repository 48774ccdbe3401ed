import { instantOfWall, wallText } from '../../ui/time/zone.ts';

export type Edge = 'from' | 'to';

const dayMs = 86_400_000;

/** A day as an input of type date holds it, as an instant: its beginning, or as `to` its end. */
export function instantOfDay(day: string, edge: Edge, zone: string): string | undefined {
  const start = Date.parse(`${day}T00:00Z`);
  if (Number.isNaN(start)) return undefined;
  const wall = new Date(edge === 'from' ? start : start + dayMs).toISOString().slice(0, 16);
  const at = instantOfWall(wall, zone);
  return at === null ? undefined : new Date(at).toISOString();
}

/** The day of an instant of a search, as an input of type date reads it. */
export function dayOfInstant(at: string | undefined, edge: Edge, zone: string): string {
  if (at === undefined) return '';
  return wallText(Date.parse(at) - (edge === 'to' ? 1 : 0), zone).slice(0, 10);
}
