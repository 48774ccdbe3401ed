import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Baton } from './baton.ts';

/** Hands a letter to Baton as any mail program would: by SMTP. */
export async function post(baton: Baton, letter: SendMailOptions): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: baton.smtpPort,
    secure: false,
    tls: { rejectUnauthorized: false },
  });
  await transport.sendMail(letter);
  transport.close();
}
