import { z } from 'zod';
import { agent, role } from './people.ts';
import { id, instant, language, line, page, zone } from './common.ts';

/** Who is asking: `GET /api/me`. `agent` is null for a key that acts as itself. */
export const me = z.object({
  kind: z.enum(['agent', 'key']),
  name: z.string(),
  role,
  agent: agent.nullable(),
});
export type Me = z.infer<typeof me>;

/** At least twelve characters; nothing else is asked of it here. */
export const password = z
  .string()
  .min(12, { message: 'must have at least 12 characters' })
  .max(128);

/** `POST /api/auth/sign-in/email`; answers with who is signed in and sets the session's cookie. */
export const signIn = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(128),
  /** Without it the session ends with the browser. */
  rememberMe: z.boolean().default(true),
});

/** `POST /api/auth/change-password`; all other sessions of the agent end. */
export const passwordChange = z.strictObject({
  currentPassword: z.string().max(128),
  newPassword: password,
});

/** What a one-time link offers to whoever opens it: `GET /api/sign-in-links/{token}`. */
export const signInLink = z.object({
  purpose: z.enum(['first_administrator', 'agent']),
  name: z.string(),
  email: z.string(),
  expiresAt: instant,
});
export type SignInLink = z.infer<typeof signInLink>;

/** Taking an agent over by a one-time link: `POST /api/sign-in-links/{token}`. */
export const takeOver = z.strictObject({
  name: line(200),
  email: z.email().max(254),
  password,
  language: language.optional(),
  zone: zone.optional(),
});

/** `POST /api/agents/{id}/sign-in-link`, administrators only; the link is shown once. */
export const newSignInLink = z.object({ url: z.string(), expiresAt: instant });

/** An API key; the key itself is shown only once, when it is made. */
export const key = z.object({
  id,
  name: z.string(),
  role,
  agent: z.object({ id, name: z.string() }).nullable(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
export const keyPage = page(key);
