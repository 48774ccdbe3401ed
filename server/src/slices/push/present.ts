import type { PushDevice } from '@baton/contract';
import type { DeviceRow } from './store/devices.ts';

/** A device as the API shows it; never its address or its keys. */
export function presentDevice(row: DeviceRow, currentSession: string): PushDevice {
  return {
    id: row.id,
    browser: row.browser,
    system: row.system,
    current: row.sessionId === currentSession,
    at: row.at.toISOString(),
    toldAt: row.toldAt?.toISOString() ?? null,
  };
}
