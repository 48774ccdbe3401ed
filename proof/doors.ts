import { type Letter, SmtpClient } from '../bench/smtp-client.ts';
import type { Server } from './server.ts';

/** A way into Baton for mail; a letter that it took is Baton's from then on. */
export type Door = {
  name: string;
  /** @throws when nobody listens; the sender comes again */
  open: (server: Pick<Server, 'smtpPort'>) => Promise<OpenDoor>;
};

export type OpenDoor = {
  /** Resolves when the letter was acknowledged. @throws for every other answer */
  send: (letter: Letter) => Promise<void>;
  close: () => void;
};

/** All doors through which the account is proved; a new door is a line here. */
export const doors: Door[] = [
  { name: 'smtp', open: ({ smtpPort }) => SmtpClient.connect(smtpPort) },
];
