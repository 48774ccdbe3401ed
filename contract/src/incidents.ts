import { z } from 'zod';
import { id, instant, page } from './common.ts';

export const accessKinds = ['case', 'customer', 'file', 'message', 'list'] as const;

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
  /** For a list: which, and the ids that it showed. */
  list: z.object({ name: z.string(), shown: z.number().int() }).nullable(),
  /** The network address from which it was asked for. */
  address: z.string().nullable(),
});
export type AccessEntry = z.infer<typeof accessEntry>;
export const accessPage = page(accessEntry);

/** `GET /api/access-log`, the latest first: of whom, about whom, what, and when. */
export const accessQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  actor: id.optional(),
  customer: id.optional(),
  case: id.optional(),
  kind: z.enum(accessKinds).optional(),
  from: instant.optional(),
  to: instant.optional(),
});
