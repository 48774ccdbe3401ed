import type { newBrand } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { unique } from '../../../platform/refusals.ts';
import { type BrandRow, insertBrand } from '../store/brands.ts';

/**
 * Adds a brand under which the company speaks.
 * @returns the new brand's id
 * @throws Problem already_exists
 */
export async function createBrand(ctx: Ctx, input: z.output<typeof newBrand>): Promise<string> {
  const brand = { id: newId(), ...input, footers: said(input.footers), logo: null };
  await unique('name', brandNameIsTaken(input.name), insertBrand(ctx.tx, brand));
  return brand.id;
}

/** The footers that say something. */
export function said(footers: BrandRow['footers']): BrandRow['footers'] {
  return Object.fromEntries(Object.entries(footers).filter(([, text]) => text !== ''));
}

export function brandNameIsTaken(name: string): string {
  return `There is another brand called ${name}.`;
}
