import { z } from 'zod';

export const tags = ['Mail'];

/** An instant and an id: where a page ended. */
export const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** An answer without a body (204). */
export const done = z.undefined().describe('Done');
