import { setTimeout as sleep } from 'node:timers/promises';
import { type Letter, SmtpClient } from '../bench/smtp-client.ts';
import type { Dovecot } from '../server/test/dovecot.ts';
import { lmtpClient } from '../server/test/lmtp-client.ts';
import { pipeTo } from './server.ts';

/** Where a server is to be reached, and by which settings its commands run. */
export type House = { smtpPort: number; lmtpPort: number; environment: Record<string, string> } & {
  /** Where Baton has a mailbox, if it has one. */
  dovecot?: Dovecot | undefined;
};

/** A way into Baton for mail; a letter that it took is Baton's from then on. */
export type Door = {
  name: string;
  /** How many come at once. */
  senders: number;
  /** @throws when nobody listens; the sender comes again */
  open: (house: House) => Promise<OpenDoor>;
};

export type OpenDoor = {
  /** Resolves when the letter was acknowledged. @throws for every other answer */
  send: (letter: Letter) => Promise<void>;
  close: () => void;
};

/** All doors through which the account is proved; a new door is a line here. */
export function doorsOf({ dovecot }: House): Door[] {
  return dovecot ? [...doors, mailboxDoor(dovecot)] : doors;
}

const doors: Door[] = [
  { name: 'smtp', senders: 4, open: ({ smtpPort }) => SmtpClient.connect(smtpPort) },
  { name: 'lmtp', senders: 2, open: async ({ lmtpPort }) => lmtpClient(lmtpPort) },
  // Each letter is a process of its own.
  { name: 'pipe', senders: 1, open: async ({ environment }) => pipeDoor(environment) },
];

function pipeDoor(environment: Record<string, string>): OpenDoor {
  return {
    async send({ from, to, data }) {
      const code = await pipeTo(environment, ['deliver', '--from', from, '--to', to], data);
      if (code !== 0) throw new Error(`deliver ended with ${code}`);
    },
    close: () => {},
  };
}

/** What lies in the mailbox is acknowledged to whoever wrote it, whether Baton runs or not. */
function mailboxDoor(dovecot: Dovecot): Door {
  const open = async (): Promise<OpenDoor> => ({
    async send({ from, to, data }) {
      await dovecot.deliver(to, data, from);
      // It is much quicker than the doors of Baton, which are to have their share.
      await sleep(100);
    },
    close: () => {},
  });
  return { name: 'imap', senders: 1, open };
}
