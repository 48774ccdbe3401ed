import type { newBrand } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { unique } from '../../../platform/refusals.ts';
import { insertBrand } from '../store/brands.ts';

/**
 * Adds a brand under which the company speaks.
 * @returns the new brand's id
 * @throws Problem already_exists
 */
export async function createBrand(ctx: Ctx, input: z.output<typeof newBrand>): Promise<string> {
  const brand = { id: newId(), ...input };
  await unique('name', brandNameIsTaken(input.name), insertBrand(ctx.tx, brand));
  return brand.id;
}

export function brandNameIsTaken(name: string): string {
  return `There is another brand called ${name}.`;
}
