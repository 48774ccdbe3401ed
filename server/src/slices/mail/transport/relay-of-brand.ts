import type { Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { keepRelayToken, noteRelayTrouble, relayOfBrand, type RelayRow } from '../store/relays.ts';
import { forgetToken, type Login, openLogin } from './credentials.ts';
import { reach, type Security } from './reach.ts';
import { relayAt } from './relay-at.ts';
import type { Relay } from './relay.ts';

/** As whose its secrets are sealed. */
export function ownerOfRelay(brandId: string): string {
  return `relay:${brandId}`;
}

/**
 * The relay by which the mail of a brand leaves: its own, else the default one; null: neither is
 * there, and mail is held. Without a brand it is the default one.
 */
export async function relayFor(deps: Deps, brandId: string | null): Promise<Relay | null> {
  const row = brandId === null ? null : await relayOfBrand(deps.db, brandId);
  if (row) return relayOf(deps, row);
  const { smtpUrl } = deps.settings;
  return smtpUrl === undefined ? null : relayAt(smtpUrl);
}

/** A relay as it is stored, to be used. */
function relayOf(deps: Deps, row: RelayRow): Relay {
  const { host, port, username, version } = row;
  const holder = { owner: ownerOfRelay(row.brand_id), version };
  const security = row.security as Security;
  return {
    name: holder.owner,
    host,
    sizeLimit: row.size_limit,
    byToken: row.auth === 'oauth2',
    connect: async () => {
      const keep = (fresh: string) => keepRelayToken(deps.db, row, fresh);
      const login = row.auth === 'none' ? null : await openLogin(deps, holder, row, keep);
      const auth = login && authOf(username ?? '', login);
      return {
        stamp: `${version}:${auth?.accessToken ?? ''}`,
        options: async () => ({
          ...(await reach({ host, security })),
          port,
          secure: security === 'tls',
          requireTLS: security === 'starttls',
          ignoreTLS: security === 'plain',
          ...(auth ? { auth } : {}),
        }),
      };
    },
    settle: async (trouble) => {
      if (trouble?.code === 'refused_token') forgetToken(holder);
      if ((trouble?.code ?? null) === row.trouble) return;
      await noteRelayTrouble(deps.db, row, trouble, await instant(deps.db, deps));
    },
  };
}

/** What nodemailer is told of who signs in. */
function authOf(user: string, login: Login) {
  if ('password' in login) return { user, pass: login.password, accessToken: undefined };
  return { user, type: 'OAuth2' as const, accessToken: login.accessToken };
}
