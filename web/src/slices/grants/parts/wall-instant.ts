import { instantOfWall } from '../../../ui/time/zone.ts';

/** What an input of type datetime-local holds, as an instant of the API; null while it is empty. */
export function wallInstant(text: string, zone: string): string | null {
  const instant = instantOfWall(text, zone);
  return instant === null ? null : new Date(instant).toISOString();
}
