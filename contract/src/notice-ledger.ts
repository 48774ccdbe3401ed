import { z } from 'zod';
import { id, instant, page, ref } from './common.ts';

/** What became of one notice by one way: exactly one of told, held and not told. */
const telling = z.object({
  state: z.enum(['told', 'held', 'not_told']),
  /** Why it is held or was not told, as a code; null when it was told. */
  reason: z.string().nullable(),
  /** The last words of the mail server or the push service. */
  words: z.string().nullable(),
  /** When it was told, or decided that it is not. */
  at: instant.nullable(),
  /** Until when it is held, where that is known. */
  until: instant.nullable(),
  /** How many others went in the same mail or push. */
  others: z.number().int(),
});
export type Telling = z.infer<typeof telling>;

/** Who was told of what, and how; or why not. */
export const ledgerLine = z.object({
  id,
  agent: ref,
  kind: z.string(),
  /** Ids, codes and instants that the words need; depends on `kind`. */
  data: z.record(z.string(), z.unknown()),
  /** The case it is about, where one may see that. */
  case: z.object({ id, number: z.number().int() }).nullable(),
  /** The event of the case that it tells of. */
  seq: z.number().int().nullable(),
  at: instant,
  seenAt: instant.nullable(),
  desk: telling,
  mail: telling,
  push: telling,
});
export type LedgerLine = z.infer<typeof ledgerLine>;
export const ledgerPage = page(ledgerLine);

/** `GET /api/cases/:id/notices`: who was told of what happened to a case, the newest first. */
export const caseLedgerQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(500).optional(),
});

/** `GET /api/notice-ledger`: the same of a person and a time. */
export const ledgerQuery = caseLedgerQuery.extend({
  agent: id.optional(),
  from: instant.optional(),
  to: instant.optional(),
});
