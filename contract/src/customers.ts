import { z } from 'zod';
import { id, instant, language, line, mailAddress, page, ref, text, zone } from './common.ts';
import { formFaults } from './faults.ts';

export const identityKinds = ['mail', 'phone', 'handle'] as const;
export const identity = z.object({
  id,
  kind: z.enum(identityKinds),
  value: z.string(),
  /** When somebody made sure that it is the customer's; null: nobody has. */
  verifiedAt: instant.nullable(),
});
export type Identity = z.infer<typeof identity>;

/** How a customer prefers to be reached. */
export const contactWays = ['mail', 'phone', 'chat', 'letter'] as const;
export type ContactWay = (typeof contactWays)[number];

const day = z.iso.date();

/**
 * What a customer spends. Amounts are in hundredths of the currency (ISO 4217); where only the
 * month's amount is known, `yearlyCents` is twelve times that, and `per` says so.
 */
export const customerValue = z.object({
  amountCents: z.number().int(),
  per: z.enum(['year', 'month']),
  yearlyCents: z.number().int(),
  currency: z.string(),
  /** Where the figure comes from, and of which day it is. */
  source: z.string(),
  on: day,
});
export type CustomerValue = z.infer<typeof customerValue>;

/** What a tier adds for its customers, in words; what is promised to everybody stays for all. */
export const tier = z.object({
  id,
  name: z.string(),
  adds: z.string().nullable(),
  place: z.number().int(),
});
export type Tier = z.infer<typeof tier>;
/** All tiers in their order. */
export const tiers = z.object({ items: z.array(tier), next: z.null() });
export const newTier = z.strictObject({
  name: line(100),
  adds: text(2000).nullable().default(null),
});
/** `place` moves the tier: 0 is the first. */
export const tierChange = z
  .strictObject({
    name: line(100),
    adds: text(2000).nullable(),
    place: z.number().int().min(0).max(1000),
  })
  .partial();

/** A company, or another body, to which customers belong. */
export const organisation = z.object({
  id,
  name: z.string(),
  note: z.string().nullable(),
  createdAt: instant,
  version: z.number().int(),
});
export type Organisation = z.infer<typeof organisation>;
export const organisationPage = page(organisation);
export const newOrganisation = z.strictObject({
  name: line(200),
  note: text(10_000).nullable().default(null),
});
export const organisationChange = z
  .strictObject({ name: line(200), note: text(10_000).nullable() })
  .partial();
/** `GET /api/organisations?q=…`, by name; `q` is the beginning of a word in it. */
export const organisationQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  q: z.string().max(200).optional(),
});

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
  /** How the name is spelled or said. */
  spelling: z.string().nullable(),
  formOfAddress: z.string().nullable(),
  preferredWay: z.enum(contactWays).nullable(),
  /** How one best speaks to them, for example brief, or technical. */
  style: z.string().nullable(),
  language: language.nullable(),
  zone: z.string().nullable(),
  organisation: ref.nullable(),
  tier: z.object({ id, name: z.string(), adds: z.string().nullable() }).nullable(),
  value: customerValue.nullable(),
  identities: z.array(identity),
  references: z.array(reference),
  /** Contact data are to be confirmed: on which day, whether that has come, and when it was done. */
  review: z.object({ on: day.nullable(), due: z.boolean(), confirmedAt: instant.nullable() }),
  /** The customer who this one turned out to be; whatever comes is theirs. */
  mergedInto: ref.nullable(),
  createdAt: instant,
  version: z.number().int(),
});
export type Customer = z.infer<typeof customer>;
export const customerPage = page(customer);

const identityInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mail'), value: mailAddress }),
  z.strictObject({
    kind: z.literal('phone'),
    value: line(40).regex(/^[+0-9 ()./-]{3,40}$/, { message: formFaults.not_a_phone_number }),
  }),
  z.strictObject({ kind: z.literal('handle'), value: line(200) }),
]);
const valueInput = z.strictObject({
  amountCents: z.number().int().min(0).max(10_000_000_000_000),
  per: z.enum(['year', 'month']),
  currency: z.string().regex(/^[A-Z]{3}$/, { message: formFaults.not_a_currency }),
  source: line(200),
  on: day,
});
const fields = {
  name: line(200),
  spelling: line(200).nullable(),
  formOfAddress: line(100).nullable(),
  preferredWay: z.enum(contactWays).nullable(),
  style: text(1000).nullable(),
  language: language.nullable(),
  zone: zone.nullable(),
  organisation: id.nullable(),
  tier: id.nullable(),
  value: valueInput.nullable(),
  reviewOn: day.nullable(),
};
const nothing = {
  spelling: fields.spelling.default(null),
  formOfAddress: fields.formOfAddress.default(null),
  preferredWay: fields.preferredWay.default(null),
  style: fields.style.default(null),
  language: fields.language.default(null),
  zone: fields.zone.default(null),
  organisation: fields.organisation.default(null),
  tier: fields.tier.default(null),
  value: fields.value.default(null),
  reviewOn: fields.reviewOn.default(null),
};
export const newCustomer = z.strictObject({
  ...fields,
  ...nothing,
  identities: z.array(identityInput).max(50).default([]),
});
/** `PATCH /api/customers/{id}`; `identities` replaces the whole list. */
export const customerChange = z
  .strictObject({ ...fields, identities: z.array(identityInput).max(50) })
  .partial();

/** `POST /api/customers/{id}/identities` */
export const newIdentity = identityInput;
/** `PATCH /api/customers/{id}/identities/{identity}`: puts it right, or says that it is theirs. */
export const identityChange = z.strictObject({ value: line(254), verified: z.boolean() }).partial();

/** `GET /api/customers?email=…&q=…` */
export const customerQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  email: z.string().max(254).optional(),
  q: z.string().max(200).optional(),
  organisation: id.optional(),
  tier: id.optional(),
});

/** What whoever speaks to the customer next should know. */
export const customerNote = z.object({
  id,
  text: z.string(),
  author: z.object({ kind: z.enum(['agent', 'key']), id, name: z.string().nullable() }),
  createdAt: instant,
  editedAt: instant.nullable(),
});
export type CustomerNote = z.infer<typeof customerNote>;
/** All notes on a customer, the latest first. */
export const customerNotes = z.object({ items: z.array(customerNote), next: z.null() });
export const newCustomerNote = z.strictObject({ text: text(10_000) });

/** Who changed what of a record, from what to what; words as they were then. */
export const customerChangeLine = z.object({
  seq: z.number().int(),
  at: instant,
  actor: z.object({
    kind: z.enum(['agent', 'key', 'customer', 'baton']),
    id: id.nullable(),
    name: z.string().nullable(),
  }),
  changes: z.array(
    z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
});
export type CustomerChangeLine = z.infer<typeof customerChangeLine>;
export const customerChangePage = page(customerChangeLine);

/** `POST /api/customers/{id}/reviews`: the contact data were confirmed; `on` is the next time. */
export const newReview = z.strictObject({ on: day });

/** Why two customers may be one. */
export const alikeReasons = ['phone', 'name', 'organisation_and_name', 'identity'] as const;
export const alike = z.object({
  customer: ref,
  organisation: ref.nullable(),
  identities: z.array(z.string()),
  because: z.array(z.enum(alikeReasons)),
});
export type Alike = z.infer<typeof alike>;
export const alikes = z.object({ items: z.array(alike), next: z.null() });
/** `GET /api/customers/alike?name=…`: whether somebody about to be written down is known. */
export const alikeQuery = z.strictObject({
  name: z.string().max(200).optional(),
  organisation: id.optional(),
  /** An address, number or handle. */
  identity: z.string().max(254).optional(),
});

/** `POST /api/customers/{id}/merges`: `customer` turned out to be this one. */
export const newCustomerMerge = z.strictObject({ customer: id });
export const customerMerge = z.object({
  id,
  /** Who turned out to be `survivor`. */
  merged: ref,
  survivor: ref,
  at: instant,
  undoneAt: instant.nullable(),
  cases: z.number().int(),
});
export type CustomerMerge = z.infer<typeof customerMerge>;
export const customerMerges = z.object({ items: z.array(customerMerge), next: z.null() });
