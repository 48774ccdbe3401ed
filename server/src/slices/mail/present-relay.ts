import type { ChannelTroubleCode, Relay } from '@baton/contract';
import { presentLogin, presentTrouble } from './present-channel.ts';
import type { RelayRow } from './store/relays.ts';

export function presentRelay(row: RelayRow): Relay {
  const { trouble, trouble_said: said, trouble_since: since } = row;
  return {
    host: row.host,
    port: row.port,
    security: row.security as Relay['security'],
    username: row.username,
    login: row.auth === 'none' ? { kind: 'none' } : presentLogin(row),
    sizeLimit: row.size_limit,
    trouble:
      trouble && since
        ? {
            ...presentTrouble({ code: trouble as ChannelTroubleCode, said }),
            since: since.toISOString(),
          }
        : null,
  };
}
