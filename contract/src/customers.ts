import { z } from 'zod';
import { id, instant, language, line, mailAddress, page, zone } from './common.ts';

export const identityKinds = ['mail', 'phone', 'handle'] as const;
export const identity = z.object({ kind: z.enum(identityKinds), value: z.string() });

/** A person outside who asks. */
export const customer = z.object({
  id,
  name: z.string(),
  language: language.nullable(),
  zone: z.string().nullable(),
  identities: z.array(identity),
  createdAt: instant,
});
export type Customer = z.infer<typeof customer>;
export const customerPage = page(customer);

const identityInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mail'), value: mailAddress }),
  z.strictObject({ kind: z.literal('phone'), value: line(40).regex(/^[+0-9 ()./-]{3,40}$/) }),
  z.strictObject({ kind: z.literal('handle'), value: line(200) }),
]);
export const newCustomer = z.strictObject({
  name: line(200),
  language: language.nullable().default(null),
  zone: zone.nullable().default(null),
  identities: z.array(identityInput).max(50).default([]),
});
export const customerChange = z
  .strictObject({
    name: line(200),
    language: language.nullable(),
    zone: zone.nullable(),
    identities: z.array(identityInput).max(50),
  })
  .partial();

/** `GET /api/customers?email=…&q=…` */
export const customerQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  email: z.string().max(254).optional(),
  q: z.string().max(200).optional(),
});
