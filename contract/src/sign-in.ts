import { z } from 'zod';
import { me } from './access.ts';
import { id, instant, line } from './common.ts';
import { formFaults } from './faults.ts';

/**
 * What a session still lacks before it opens anything: the second factor has to be given, or first
 * to be set up.
 */
export const lacking = z.enum(['second_factor', 'enrolment']);
export type Lacking = z.infer<typeof lacking>;

/** After signing in: what is still lacking; `me` when nothing is. */
export const signedIn = z.object({ lacks: lacking.nullable(), me: me.nullable() });
export type SignedIn = z.infer<typeof signedIn>;

/** One's own second factors: `GET /api/auth/second-factor`. */
export const secondFactor = z.object({
  lacks: lacking.nullable(),
  authenticator: z.boolean(),
  passkeys: z.number().int(),
  /** How many recovery codes are left. */
  recoveryCodes: z.number().int(),
  /** Whether the company asks everybody for a second factor. */
  required: z.boolean(),
});
export type SecondFactor = z.infer<typeof secondFactor>;

/** Six digits, as the authenticator shows them; spaces between them do not matter. */
const code = z
  .string()
  .max(20)
  .transform((value) => value.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { message: formFaults.not_six_digits }));

/** `POST /api/auth/second-factor`: a code of the authenticator, or one of the recovery codes. */
export const givenFactor = z.union([
  z.strictObject({ code }),
  z.strictObject({ recoveryCode: z.string().min(1).max(40) }),
]);
export type GivenFactor = z.output<typeof givenFactor>;

/** A secret for an authenticator: as text, and as what the picture says that it reads. */
export const newAuthenticator = z.object({ secret: z.string(), uri: z.string() });

/** `POST /api/auth/authenticator/proof`: the code that the authenticator shows for the secret. */
export const authenticatorProof = z.strictObject({ code });

/** Recovery codes, shown only now; null: those that there were still count. */
export const recoveryCodes = z.object({ codes: z.array(z.string()).nullable() });

/** What a browser answers for a passkey (WebAuthn, as JSON), and to which question. */
export const passkeyAnswer = z.strictObject({
  challenge: id,
  response: z.looseObject({ id: z.string().max(2000), response: z.looseObject({}) }),
});
export type PasskeyAnswer = z.output<typeof passkeyAnswer>;

/** What a browser is asked for a passkey: options as WebAuthn writes them in JSON. */
export const passkeyQuestion = z.object({ challenge: id, options: z.looseObject({}) });

/** `POST /api/auth/passkeys`: the passkey that the browser made, and what to call it. */
export const newPasskey = passkeyAnswer.extend({ name: line(100) });

/** One's own passkeys: `GET /api/auth/passkeys`. */
export const passkey = z.object({
  id,
  name: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
export type Passkey = z.infer<typeof passkey>;
export const passkeys = z.object({ items: z.array(passkey) });

/** `POST /api/auth/confirmations`: a fresh proof of who one is, for ten minutes. */
export const confirmation = z.union([
  z.strictObject({ password: z.string().min(1).max(128) }),
  z.strictObject({ code }),
  z.strictObject({ passkey: passkeyAnswer }),
]);

/** What the company asks of everybody who signs in: `GET /api/sign-in-rules`. */
export const signInRules = z.object({ secondFactorRequired: z.boolean() });
export const signInRulesChange = z.strictObject({ secondFactorRequired: z.boolean() });

/** A place where an agent is signed in. */
export const session = z.object({
  id,
  /** How they came in. */
  way: z.enum(['password', 'link', 'passkey', 'provider']),
  /** The network address, as it was at sign-in. */
  address: z.string().nullable(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  at: instant,
  usedAt: instant,
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type Session = z.infer<typeof session>;
export const sessions = z.object({ items: z.array(session) });
