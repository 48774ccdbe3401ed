import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A letter as the customer's mailbox got it. */
export type Letter = ParsedMail & { envelopeTo: string[] };

/** The relay and the mailboxes behind it: a real SMTP server that keeps what it gets. */
export type Mailbox = {
  /** For SMTP_URL. */
  relay: string;
  letters: Letter[];
  close(): Promise<void>;
};

export async function openMailbox(): Promise<Mailbox> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      simpleParser(stream, (error, letter) => {
        const envelopeTo = session.envelope.rcptTo.map(({ address }) => address);
        if (!error) letters.push(Object.assign(letter, { envelopeTo }));
        done(error);
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    relay: `smtp://127.0.0.1:${port}`,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Waits until the mailbox has a letter that is wanted, and returns it. */
export async function letterThat(
  mailbox: Mailbox,
  wanted: (letter: Letter) => boolean,
  // What an agent sends is held for ten seconds.
  patienceMs = 30_000,
): Promise<Letter> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const found = mailbox.letters.find(wanted);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const subjects = mailbox.letters.map((letter) => letter.subject).join('; ');
  throw new Error(`The letter did not come. There is: ${subjects || 'nothing'}`);
}
