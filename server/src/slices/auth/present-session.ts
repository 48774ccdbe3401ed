import type { Session } from '@baton/contract';
import { deviceOf } from './rules/device.ts';
import type { SessionRow } from './store/sessions.ts';

/** A session as the API shows it; never its token. */
export function presentSession(row: SessionRow, currentId: string | null): Session {
  const { browser, system } = deviceOf(row.userAgent);
  return {
    id: row.id,
    way: row.way as Session['way'],
    address: row.address || null,
    browser,
    system,
    at: row.at.toISOString(),
    usedAt: row.usedAt.toISOString(),
    current: row.id === currentId,
  };
}
