import type { Deps } from '../../../platform/context.ts';
import { CannotOpen, isOutdated, seal, unseal } from '../../../platform/sealed.ts';
import { allMailboxes, replaceSeals } from '../store/mailboxes.ts';
import { allRelays, replaceRelaySeals } from '../store/relays.ts';
import {
  placeOfSecret,
  type Seals,
  type SecretName,
  secretNames,
} from '../transport/credentials.ts';
import { ownerOfMailbox } from '../transport/imap/login.ts';
import { ownerOfRelay } from '../transport/relay-of-brand.ts';

/**
 * Seals anew, with the first secret of the installation, what was sealed with one that may be taken
 * away. What cannot be opened stays, and is told by `doctor` and where it is set.
 */
export async function sealLoginsAnew(deps: Deps): Promise<void> {
  for (const mailbox of await allMailboxes(deps.db)) {
    const fresh = sealedAnew(deps, ownerOfMailbox(mailbox.channel_id), mailbox);
    if (fresh) await replaceSeals(deps.db, mailbox, fresh);
  }
  for (const relay of await allRelays(deps.db)) {
    const fresh = sealedAnew(deps, ownerOfRelay(relay.brand_id), relay);
    if (fresh) await replaceRelaySeals(deps.db, relay, fresh);
  }
}

/** Stored secrets that cannot be opened, each with what it belongs to, in words. */
export async function lostLogins(
  deps: Pick<Deps, 'db' | 'secrets'>,
): Promise<{ secret: SecretName; of: string }[]> {
  const mailboxes = (await allMailboxes(deps.db)).flatMap((mailbox) =>
    lostSecrets(deps, ownerOfMailbox(mailbox.channel_id), mailbox).map((secret) => ({
      secret,
      of: `the mailbox of channel ${mailbox.channel_id}`,
    })),
  );
  const relays = (await allRelays(deps.db)).flatMap((relay) =>
    lostSecrets(deps, ownerOfRelay(relay.brand_id), relay).map((secret) => ({
      secret,
      of: `the relay of brand ${relay.brand_id}`,
    })),
  );
  return [...mailboxes, ...relays];
}

/** The same secrets under the newest seal; null when nothing is outdated or something is lost. */
function sealedAnew(deps: Pick<Deps, 'secrets'>, owner: string, seals: Seals): Seals | null {
  const outdated = secretNames.some((name) => {
    const sealed = seals[`${name}_sealed`];
    return sealed !== null && isOutdated(deps.secrets, sealed);
  });
  if (!outdated || lostSecrets(deps, owner, seals).length > 0) return null;
  const anew = (name: SecretName) => {
    const sealed = seals[`${name}_sealed`];
    const place = placeOfSecret(owner, name);
    return sealed && seal(deps.secrets, place, unseal(deps.secrets, place, sealed));
  };
  return {
    password_sealed: anew('password'),
    client_secret_sealed: anew('client_secret'),
    refresh_token_sealed: anew('refresh_token'),
  };
}

function lostSecrets(deps: Pick<Deps, 'secrets'>, owner: string, seals: Seals): SecretName[] {
  return secretNames.filter((name) => {
    const sealed = seals[`${name}_sealed`];
    try {
      if (sealed !== null) unseal(deps.secrets, placeOfSecret(owner, name), sealed);
      return false;
    } catch (error) {
      if (error instanceof CannotOpen) return true;
      throw error;
    }
  });
}
