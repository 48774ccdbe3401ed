import { z } from 'zod';

const claims = z.object({
  amr: z.array(z.string()).catch([]),
  acr: z.string().nullable().catch(null),
});

/**
 * Whether the provider asked for a second factor, by the values of `amr` (RFC 8176) and `acr` that
 * the company takes for that; without such values nothing says so.
 */
export function gaveFactor(said: object, values: readonly string[]): boolean {
  const { amr, acr } = claims.parse(said);
  return [...amr, acr].some((value) => value !== null && values.includes(value));
}
