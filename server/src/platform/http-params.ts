import { id } from '@baton/contract';
import { z } from 'zod';

/** The path of one thing: `/api/…/:id`. */
export const byId = z.object({ id });
