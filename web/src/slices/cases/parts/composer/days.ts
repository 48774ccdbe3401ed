import { serverNow } from '../../../../api/server-time.ts';
import { wallText } from '../../../../ui/time/zone.ts';

export const dayMs = 86_400_000;

/** Nine in the morning, `count` days from today, as an input of type datetime-local reads it. */
export function morningIn(count: number, zone: string): string {
  return `${wallText(serverNow() + count * dayMs, zone).slice(0, 10)}T09:00`;
}
