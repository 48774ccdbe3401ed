import { z } from 'zod';
import { id, instant, page } from './common.ts';

/** One change of a setting: who, which, from what to what. */
export const auditEntry = z.object({
  /** Orders what happened. */
  seq: z.number().int(),
  at: instant,
  actor: z.object({
    kind: z.enum(['agent', 'key', 'customer', 'baton']),
    id: id.nullable(),
    name: z.string().nullable(),
  }),
  /** What kind of setting, for example `topic`; further ones come with later versions. */
  kind: z.string(),
  /** Which one, by its id, height, domain or address; null where there is only one. */
  subject: z.object({ id: z.string().nullable(), name: z.string().nullable() }),
  act: z.enum(['made', 'changed', 'removed']),
  /** Field by field, as the API shows it. Of a secret only that it was changed. */
  changes: z.array(
    z.object({ field: z.string(), from: z.unknown(), to: z.unknown(), secret: z.boolean() }),
  ),
  /** The network address from which it was changed. */
  address: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;
export const auditPage = page(auditEntry);

export const auditFilter = z.strictObject({
  actor: id.optional(),
  kind: z.string().max(50).optional(),
  from: instant.optional(),
  to: instant.optional(),
});

/** `GET /api/settings-audit`, the latest first. */
export const auditQuery = auditFilter.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
