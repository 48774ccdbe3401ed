import { z } from 'zod';
import { id, instant, language, line, mailAddress, page, zone } from './common.ts';

export const identityKinds = ['mail', 'phone', 'handle'] as const;
export const identity = z.object({ kind: z.enum(identityKinds), value: z.string() });

export const referenceKinds = [
  'customer_number',
  'account',
  'card',
  'tax_number',
  'other',
] as const;

/** A number of a customer that is masked: whoever needs it says why, and that is written down. */
export const reference = z.object({
  id,
  kind: z.enum(referenceKinds),
  /** What it is called, where the kind does not say it. */
  label: z.string().nullable(),
  /** The last characters, four at most; empty where they would tell too much. */
  ending: z.string(),
});
export type Reference = z.infer<typeof reference>;

/** `POST /api/customers/{id}/references` */
export const newReference = z.strictObject({
  kind: z.enum(referenceKinds),
  label: line(100).nullable().default(null),
  value: line(100),
});

/** `POST /api/customers/{id}/references/{reference}/reveal`; the reason is written down. */
export const referenceReveal = z.strictObject({ reason: line(500) });
export const revealedReference = z.object({ value: z.string() });

/** A person outside who asks. */
export const customer = z.object({
  id,
  name: z.string(),
  language: language.nullable(),
  zone: z.string().nullable(),
  identities: z.array(identity),
  references: z.array(reference),
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
