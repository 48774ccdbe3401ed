import { z } from 'zod';
import { id, ref } from './common.ts';

/**
 * `event: cases` of `GET /api/live`: cases that changed, of those that one may see; all that was
 * known of an earlier version is to be asked for again. A case that left one's sight does not come.
 */
export const casesChanged = z.object({
  cases: z.array(z.object({ id, version: z.int(), owner: id.nullable() })),
});
export type CasesChanged = z.infer<typeof casesChanged>;

/** What somebody does in a case: looks at it, writes a note, or writes to the customer. */
export const doing = z.enum(['looks', 'notes', 'replies']);
export type Doing = z.infer<typeof doing>;

/** `PUT /api/cases/{id}/presence/{desk}`: a desk (one open page) says what its agent does there. */
export const newPresence = z.strictObject({ doing });

/** The other agents in a case now; the answer to the same, and `event: presence` of `GET /api/live`. */
export const presence = z.object({
  case: id,
  others: z.array(z.object({ agent: ref, doing })),
});
export type Presence = z.infer<typeof presence>;
