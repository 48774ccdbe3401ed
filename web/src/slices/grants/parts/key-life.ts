import { serverNow } from '../../../api/server-time.ts';

/** For how long a key is in force. */
export const lives = ['month', 'quarter', 'year', 'ever'] as const;

const days = { month: 30, quarter: 90, year: 365 } as const;

/** When a key ends that is made now; null: when it is revoked. */
export function endsAt(life: (typeof lives)[number], now = serverNow()): string | null {
  if (life === 'ever') return null;
  return new Date(now + days[life] * 24 * 60 * 60 * 1000).toISOString();
}
