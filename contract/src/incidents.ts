import { z } from 'zod';
import { id, instant, page } from './common.ts';

export const accessKinds = ['case', 'customer', 'file', 'message', 'list', 'reference'] as const;

/** Somebody saw something: one row of the access log. */
export const accessEntry = z.object({
  at: instant,
  actor: z.object({
    kind: z.enum(['agent', 'key', 'customer', 'baton']),
    id: id.nullable(),
    name: z.string().nullable(),
  }),
  kind: z.enum(accessKinds),
  /** What was opened, with a name that says which; null for a list, and for what is gone. */
  subject: z.object({ id, name: z.string().nullable() }).nullable(),
  /** For a list: which, how much of it was shown, and whether it was taken away as a file. */
  list: z.object({ name: z.string(), shown: z.number().int(), exported: z.boolean() }).nullable(),
  /** Why, where somebody had to say. */
  reason: z.string().nullable(),
  /** The network address from which it was asked for. */
  address: z.string().nullable(),
});
export type AccessEntry = z.infer<typeof accessEntry>;
export const accessPage = page(accessEntry);

/** Of whom, about whom, what, when and from where. */
export const accessFilter = z.strictObject({
  actor: id.optional(),
  customer: id.optional(),
  case: id.optional(),
  kind: z.enum(accessKinds).optional(),
  from: instant.optional(),
  to: instant.optional(),
  /** A network address, as a whole. */
  address: z.string().max(45).optional(),
});

/** `GET /api/access-log`, the latest first. */
export const accessQuery = accessFilter.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** For how many months it is kept who saw what: `GET` and `PATCH /api/access-log/settings`. */
export const accessLogSettings = z.object({ months: z.number().int() });
export type AccessLogSettings = z.infer<typeof accessLogSettings>;
export const accessLogSettingsChange = z.strictObject({
  months: z.number().int().min(1).max(120),
});
