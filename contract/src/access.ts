import { z } from 'zod';
import { agent, role, roles } from './people.ts';
import { id, instant, language, line, page, ref, zone } from './common.ts';
import { formFaults } from './faults.ts';

/** The parts of the API; each route belongs to one, under which its description lists it. */
export const areas = [
  'Access',
  'People',
  'Customers',
  'References',
  'Cases',
  'Files',
  'Mail',
  'Notices',
  'Health',
] as const;
export const area = z.enum(areas);
export type Area = z.infer<typeof area>;

/** How far somebody may go in an area, from nothing to everything. */
export const ranks = ['none', ...roles] as const;
export const rank = z.enum(ranks);
export type Rank = z.infer<typeof rank>;

/** A rank for some areas; a permission is one such pair. */
export const areaRanks = z.partialRecord(area, rank);
export type AreaRanks = z.infer<typeof areaRanks>;

/** Who is asking: `GET /api/me`. `agent` is null for a key that acts as itself. */
export const me = z.object({
  kind: z.enum(['agent', 'key']),
  name: z.string(),
  role,
  /** How far they may go in each area. */
  ranks: z.record(area, rank),
  agent: agent.nullable(),
});
export type Me = z.infer<typeof me>;

/** At least twelve characters; nothing else is asked of it here. */
export const password = z.string().min(12).max(128);

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
  purpose: z.enum(['first_administrator', 'agent', 'reset']),
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

/** `POST /api/agents/{id}/sign-in-link`, administrators only. */
export const signInLinkWish = z.strictObject({
  /** Mailed to the agent where mail can leave; the link is then not shown. */
  byMail: z.boolean().default(false),
});
/** The link is shown once, or was mailed to an address. */
export const newSignInLink = z.object({
  url: z.string().nullable(),
  mailedTo: z.string().nullable(),
  expiresAt: instant,
});

/** Agents who cannot have come in yet, by name: `GET /api/invitations`. */
export const invitations = z.object({
  items: z.array(
    z.object({
      agent: ref,
      /** Until when a link that was made for them works; null when none does. */
      openUntil: instant.nullable(),
    }),
  ),
});
export type Invitation = z.infer<typeof invitations>['items'][number];

/** A one-time link that is always shown, once. */
export const shownSignInLink = z.object({ url: z.string(), expiresAt: instant });

/** `POST /api/auth/password-resets`, for whoever forgot the password. */
export const passwordReset = z.strictObject({ email: z.email().max(254) });

/** `POST /api/sign-in-links/{token}/password`. */
export const newPassword = z.strictObject({ password });

/** An API key; the key itself is shown only once, when it is made. */
export const key = z.object({
  id,
  name: z.string(),
  role,
  agent: ref.nullable(),
  /** What it is limited to; null: its role in every area. */
  scopes: areaRanks.nullable(),
  createdAt: instant,
  createdBy: ref.nullable(),
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
export const keyPage = page(key);

/** A new key: `POST /api/keys`. With an agent it acts as that agent, with the lesser of both. */
export const newKey = z.strictObject({
  name: line(200),
  role,
  agent: id.nullable().default(null),
  scopes: areaRanks.nullable().default(null),
  expiresAt: instant.nullable().default(null),
});

/** `text` is the key itself, shown only now; null in the answer to a repeated request. */
export const madeKey = z.object({ key, text: z.string().nullable() });

/** In the areas that it names, a custom role counts instead of its bearer's own. */
export const customRole = z.object({
  id,
  name: z.string(),
  areas: areaRanks,
  agents: z.array(ref),
});
export type CustomRole = z.infer<typeof customRole>;
export const customRoles = z.object({ items: z.array(customRole) });

/** Whoever holds cases must be able to work in them; who is only to read gets the role reader. */
const roleAreas = areaRanks.refine(
  ({ Cases }) => Cases === undefined || !['none', 'reader'].includes(Cases),
  {
    path: ['Cases'],
    message: formFaults.role_cannot_work,
  },
);
export const newCustomRole = z.strictObject({
  name: line(100),
  areas: roleAreas,
  agents: z.array(id).max(1000).default([]),
});
export const customRoleChange = z
  .strictObject({ name: line(100), areas: roleAreas, agents: z.array(id).max(1000) })
  .partial();
