import { z } from 'zod';
import { line } from './common.ts';
import { formFaults } from './faults.ts';

/** A domain of mail addresses, in lower case. */
const mailDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, { message: formFaults.not_a_domain });

/** Who answers for the accounts, as its discovery says it (OpenID Connect Discovery 1.0 §3). */
const issuer = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((value) => !/[?#@]/.test(value), { message: formFaults.odd_issuer });

/** Where agents may come in by an account that they have elsewhere (OpenID Connect). */
export const identityProvider = z.object({
  /** As the button of the sign-in page calls it. */
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  /** Of which domains mail addresses are believed. */
  domains: z.array(z.string()),
  active: z.boolean(),
  /** Everybody but administrators comes in by the provider only. */
  required: z.boolean(),
  /** Of `amr` and `acr`: what says that the provider asked for a second factor; none: nothing does. */
  factorValues: z.array(z.string()),
});
export type IdentityProvider = z.infer<typeof identityProvider>;

/** `GET /api/identity-provider` */
export const identityProviderSettings = z.object({
  provider: identityProvider.nullable(),
  /** What has to be entered at the provider as the address to which it sends people back. */
  redirectUri: z.string(),
});
export type IdentityProviderSettings = z.infer<typeof identityProviderSettings>;

/** `PUT /api/identity-provider` */
export const identityProviderChange = z.strictObject({
  name: line(60),
  issuer,
  clientId: line(300),
  /** Left out: the one that was given before stays, as long as the issuer does. */
  secret: z.string().min(1).max(500).optional(),
  domains: z.array(mailDomain).min(1).max(100),
  active: z.boolean(),
  required: z.boolean(),
  factorValues: z.array(line(200)).max(20),
});
export type IdentityProviderChange = z.output<typeof identityProviderChange>;

/** What hinders people from coming in by the provider. */
export const providerTrouble = z.enum([
  'unreachable',
  'inside',
  'not_encrypted',
  'no_provider',
  'wrong_issuer',
  'wrong_client',
  'secret_lost',
  'failed',
]);
export type ProviderTrouble = z.infer<typeof providerTrouble>;

/** `POST /api/identity-provider/test`: null when nothing hinders it. */
export const identityProviderTest = z.object({ trouble: providerTrouble.nullable() });

/** `GET /api/auth/provider`: what the button of the sign-in page says; null: there is none. */
export const providerButton = z.object({ name: z.string().nullable() });

/** Why somebody did not come in by the provider: `problem` in the address of the sign-in page. */
export const providerRefusal = z.enum([
  'off',
  'refused',
  'lost',
  'unreachable',
  'failed',
  'unverified',
  'domain',
  'unknown',
  'slow_down',
]);
export type ProviderRefusal = z.infer<typeof providerRefusal>;
