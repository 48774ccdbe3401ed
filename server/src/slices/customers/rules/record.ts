import type { ContactWay, Language } from '@baton/contract';

/** What a customer spends in a year or a month, in hundredths of the currency. */
export type Value = {
  amountCents: number;
  per: 'year' | 'month';
  currency: string;
  source: string;
  /** Of which day the figure is (`2026-03-04`). */
  on: string;
};

/** What a customer's record holds, apart from identities, notes and numbers. */
export type CustomerFields = {
  id: string;
  name: string;
  spelling: string | null;
  formOfAddress: string | null;
  preferredWay: ContactWay | null;
  style: string | null;
  language: Language | null;
  zone: string | null;
  organisation: string | null;
  tier: string | null;
  value: Value | null;
  /** On which day the contact data are to be confirmed (`2026-03-04`). */
  reviewOn: string | null;
};

/** A record of which nothing is known but the name. */
export function emptyRecord(id: string, name: string): CustomerFields {
  return {
    id,
    name,
    spelling: null,
    formOfAddress: null,
    preferredWay: null,
    style: null,
    language: null,
    zone: null,
    organisation: null,
    tier: null,
    value: null,
    reviewOn: null,
  };
}

/** The value of a year: as it is given, or twelve times that of a month (S1-13). */
export function yearlyCents({ amountCents, per }: Pick<Value, 'amountCents' | 'per'>): number {
  return per === 'month' ? amountCents * 12 : amountCents;
}

/** One field of a record that became another; words as they were then. */
export type FieldChange = { field: string; from: string | null; to: string | null };

type Names = { organisation: string | null; tier: string | null };

/** What a person reads of a record; `names` are those of what it refers to. */
export function readable(record: CustomerFields, names: Names): Record<string, string | null> {
  return {
    name: record.name,
    spelling: record.spelling,
    formOfAddress: record.formOfAddress,
    preferredWay: record.preferredWay,
    style: record.style,
    language: record.language,
    zone: record.zone,
    organisation: names.organisation,
    tier: names.tier,
    value: record.value && written(record.value),
    reviewOn: record.reviewOn,
  };
}

function written({ amountCents, currency, per, source, on }: Value): string {
  return `${(amountCents / 100).toFixed(2)} ${currency}/${per} (${source}, ${on})`;
}

/** The fields in which two readable records differ. */
export function changesOf(
  before: Record<string, string | null>,
  after: Record<string, string | null>,
): FieldChange[] {
  return Object.keys(after)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}

const yearMs = 365 * 86_400_000;

/**
 * Whether the contact data should be confirmed at the next contact: the day that was set has come,
 * or nobody has confirmed them for a year (S3-202).
 */
export function reviewDue(
  record: { reviewOn: string | null; confirmedAt: Date | null; createdAt: Date },
  now: Date,
): boolean {
  if (record.reviewOn) return record.reviewOn <= now.toISOString().slice(0, 10);
  return now.getTime() - (record.confirmedAt ?? record.createdAt).getTime() > yearMs;
}
