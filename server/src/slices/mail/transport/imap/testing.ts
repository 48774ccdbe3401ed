import type { MailboxSettings } from '@baton/contract';
import { afterThisFile } from '../../../../../test/cleanup.ts';
import { Dovecot } from '../../../../../test/dovecot.ts';
import type { Deps } from '../../../../platform/context.ts';
import { runCommand } from '../../../../platform/db.ts';
import { createChannel } from '../../commands/create-channel.ts';
import { setMailbox } from '../../commands/set-mailbox.ts';
import { mailboxOf, type MailboxRow } from '../../store/mailboxes.ts';
import { PostOffice, runMailWork } from '../../testing.ts';
import { startMailboxes } from './mailboxes.ts';

/** How soon readers look what has changed, in these tests. */
const lookEveryMs = 100;

/** A company whose channels have mailboxes in a real Dovecot. */
export class MailHouse {
  readonly office: PostOffice;
  readonly dovecot: Dovecot;

  private constructor(office: PostOffice, dovecot: Dovecot) {
    this.office = office;
    this.dovecot = dovecot;
  }

  static async open(options: Parameters<typeof Dovecot.start>[0] = {}): Promise<MailHouse> {
    const dovecot = await Dovecot.start(options);
    afterThisFile(() => dovecot.stop());
    const office = await PostOffice.open({ FETCH_INSIDE: '127.0.0.1' });
    afterThisFile(() => office.close());
    return new MailHouse(office, dovecot);
  }

  get deps() {
    return this.office.deps;
  }

  /** A channel for an address whose mail is fetched from the mailbox of that name; gives its id. */
  async channel(address: string, settings: Partial<MailboxSettings> = {}): Promise<string> {
    return runCommand(this.deps, this.office.head, async (ctx) => {
      const id = await createChannel(ctx, {
        name: address,
        address,
        team: null,
        topic: null,
        language: null,
        replyKind: 'plus',
        aliases: [],
      });
      await setMailbox(ctx, id, this.settings(address, settings));
      return id;
    });
  }

  settings(username: string, more: Partial<MailboxSettings> = {}): MailboxSettings {
    return {
      host: '127.0.0.1',
      port: this.dovecot.ports.imap,
      security: 'plain',
      username,
      folder: 'INBOX',
      afterReading: 'leave',
      moveTo: null,
      login: { kind: 'password', password: 'secret' },
      ...more,
    };
  }

  /** Another server begins to read mailboxes; it stops at the end of the file at the latest. */
  read(deps: Deps = this.deps): { stop: () => Promise<void> } {
    const reading = startMailboxes(deps, lookEveryMs);
    afterThisFile(() => reading.stop());
    return reading;
  }

  async mailbox(channelId: string): Promise<MailboxRow> {
    return (await mailboxOf(this.deps.db, channelId))!;
  }

  /** What came in through a channel, oldest first, each with its outcome. */
  async inbound(channelId: string) {
    for (;;) {
      await runMailWork(this.deps);
      const rows = await this.received(channelId);
      // One may have come in after the work was done.
      if (rows.every(({ outcome }) => outcome !== 'processing')) return rows;
    }
  }

  /** What came in through a channel, oldest first, as far as it is stored. */
  received(channelId: string) {
    return this.deps.db
      .selectFrom('baton.inbound')
      .selectAll()
      .where('channel_id', '=', channelId)
      .orderBy('received_at')
      .orderBy('id')
      .execute();
  }

  /** A letter of Maria's as text. */
  letter(subject: string, more: Record<string, string> = {}): string {
    return this.office.rawOf({ Subject: subject, ...more }).toString();
  }
}

/** Waits until something is so; fails after a minute with what it was at last. */
export async function until<T>(look: () => Promise<T>, is: (found: T) => boolean): Promise<T> {
  const giveUpAt = performance.now() + 60_000;
  for (;;) {
    const found = await look();
    if (is(found)) return found;
    if (performance.now() > giveUpAt)
      throw new Error(`It stayed at ${JSON.stringify(found)?.slice(0, 900)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
