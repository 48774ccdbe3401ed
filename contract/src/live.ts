import { z } from 'zod';
import { id } from './common.ts';

/**
 * `event: cases` of `GET /api/live`: cases that changed, of those that one may see; all that was
 * known of an earlier version is to be asked for again. A case that left one's sight does not come.
 */
export const casesChanged = z.object({
  cases: z.array(z.object({ id, version: z.int(), owner: id.nullable() })),
});
export type CasesChanged = z.infer<typeof casesChanged>;
