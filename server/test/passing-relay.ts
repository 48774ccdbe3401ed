import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { afterThisFile } from './cleanup.ts';

/** Mail on its way, handed on by `pass` as it likes. */
export type Passing = { from: string; to: string[]; raw: string };

/** A relay that hands on what it gets, as `pass` does; stopped after the test file. */
export async function relay(pass: (mail: Passing) => Promise<void>): Promise<{ port: number }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, { envelope }, done) {
      const take = async () => {
        const raw = await buffer(stream);
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        done();
        await pass({ from, to, raw: raw.toString('latin1') });
      };
      void take();
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  afterThisFile(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port };
}

/** Hands a mail to an SMTP server, its envelope as it was. */
export async function send(port: number, { from, to, raw }: Passing): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await transport.sendMail({ envelope: { from, to }, raw: Buffer.from(raw, 'latin1') });
  transport.close();
}
