import { z } from 'zod';

/** An answer without a body (204). */
export const done = z.undefined().describe('Done');
