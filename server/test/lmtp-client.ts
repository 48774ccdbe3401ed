import { createTransport } from 'nodemailer';

type Letter = { from: string; to: string; data: string };

/** A mail server that hands its mail on by LMTP (RFC 2033). */
export function lmtpClient(port: number) {
  const relay = createTransport({ host: '127.0.0.1', port, lmtp: true, pool: true });
  return {
    /** @throws when it was not taken */
    async send({ from, to, data }: Letter): Promise<void> {
      await relay.sendMail({ envelope: { from, to }, raw: data });
    },
    close: () => relay.close(),
  };
}
