import type { Relay, RelaySettings } from '@baton/contract';
import { type LoginFields, loginFieldsOf, loginOf } from './login-fields.ts';

/** The form of a relay as it is typed: all texts; the limit in megabytes. */
export type RelayFields = LoginFields &
  Record<'host' | 'port' | 'security' | 'username' | 'megabytes', string>;

const megabyte = 1_000_000;

export function relayFieldsOf(relay: Relay | null): RelayFields {
  const login = relay?.login;
  const fields = loginFieldsOf(login?.kind === 'none' ? undefined : login);
  return {
    ...fields,
    kind: login?.kind ?? fields.kind,
    host: relay?.host ?? '',
    port: String(relay?.port ?? 587),
    security: relay?.security ?? 'starttls',
    username: relay?.username ?? '',
    megabytes: relay?.sizeLimit ? String(relay.sizeLimit / megabyte) : '',
  };
}

/** What is sent of it. */
export function relaySettingsOf(fields: RelayFields): RelaySettings {
  const signsIn = fields.kind !== 'none';
  return {
    host: fields.host.trim(),
    port: Number(fields.port),
    security: fields.security as RelaySettings['security'],
    username: signsIn ? fields.username : null,
    login: signsIn ? loginOf(fields) : { kind: 'none' },
    sizeLimit: fields.megabytes.trim() ? Math.round(Number(fields.megabytes) * megabyte) : null,
  };
}
