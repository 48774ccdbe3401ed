import type { Deps } from '../../../platform/context.ts';
import { CannotOpen, isOutdated, seal, unseal } from '../../../platform/sealed.ts';
import { allMailboxes, type MailboxRow, replaceSeals } from '../store/mailboxes.ts';
import { type MailboxSecret, placeOfSecret } from '../transport/imap/login.ts';

const secrets: MailboxSecret[] = ['password', 'client_secret', 'refresh_token'];

/**
 * Seals anew, with the first secret of the installation, what was sealed with one that may be taken
 * away. What cannot be opened stays, and is told by `doctor` and at its channel.
 */
export async function sealMailboxesAnew(deps: Deps): Promise<void> {
  for (const mailbox of await allMailboxes(deps.db)) {
    const outdated = secrets.some((name) => {
      const sealed = mailbox[`${name}_sealed`];
      return sealed !== null && isOutdated(deps.secrets, sealed);
    });
    if (!outdated || lostSecrets(deps, mailbox).length > 0) continue;
    const anew = (name: MailboxSecret) => {
      const sealed = mailbox[`${name}_sealed`];
      const place = placeOfSecret(mailbox.channel_id, name);
      return sealed && seal(deps.secrets, place, unseal(deps.secrets, place, sealed));
    };
    await replaceSeals(deps.db, mailbox, {
      password_sealed: anew('password'),
      client_secret_sealed: anew('client_secret'),
      refresh_token_sealed: anew('refresh_token'),
    });
  }
}

/** The secrets of a mailbox that cannot be opened. */
export function lostSecrets(deps: Pick<Deps, 'secrets'>, mailbox: MailboxRow): MailboxSecret[] {
  return secrets.filter((name) => {
    const sealed = mailbox[`${name}_sealed`];
    try {
      if (sealed !== null) unseal(deps.secrets, placeOfSecret(mailbox.channel_id, name), sealed);
      return false;
    } catch (error) {
      if (error instanceof CannotOpen) return true;
      throw error;
    }
  });
}
