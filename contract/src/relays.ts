import { z } from 'zod';
import { channelTrouble, givenLogins, serverPlace, shownLogins } from './channels.ts';
import { instant, line } from './common.ts';
import { formFaults } from './faults.ts';

/** The largest message that a relay takes, in bytes; null: it says so itself. */
const sizeLimit = z.number().int().min(100_000).max(2_000_000_000).nullable();
/** Null where nobody signs in. */
const username = line(254).nullable();

/** The server by which the mail of a brand leaves, without its secrets (SMTP, RFC 6409). */
export const relay = z.object({
  ...serverPlace,
  username,
  login: z.discriminatedUnion('kind', [z.object({ kind: z.literal('none') }), ...shownLogins]),
  sizeLimit,
  /** What keeps mail from leaving by it, until it works again. */
  trouble: channelTrouble.extend({ since: instant }).nullable(),
});
export type Relay = z.infer<typeof relay>;

/** A secret that is left out stays as it was, while server, user and token endpoint are the same. */
export const relaySettings = z
  .strictObject({
    ...serverPlace,
    port: serverPlace.port.default(587),
    security: serverPlace.security.default('starttls'),
    username: username.default(null),
    login: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      ...givenLogins,
    ]),
    sizeLimit: sizeLimit.default(null),
  })
  .refine(({ login, username: user }) => (login.kind === 'none') === (user === null), {
    path: ['username'],
    message: formFaults.login_mismatch,
  });
export type RelaySettings = z.output<typeof relaySettings>;

/** What came of connecting to a relay and signing in. */
export const relayTest = z.object({ trouble: channelTrouble.nullable() });
export type RelayTest = z.infer<typeof relayTest>;
