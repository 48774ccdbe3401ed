import type {
  Alike,
  ContactWay,
  Customer,
  CustomerChangeLine,
  CustomerMerge,
  CustomerMood,
  CustomerNote,
  CustomerValue,
  Language,
  Organisation,
  Reference,
} from '@baton/contract';
import type { IdentityKind } from './rules/identity.ts';
import { reviewDue, yearlyCents } from './rules/record.ts';
import type { AlikeRow } from './store/alike.ts';
import type { CustomerRow } from './store/customers.ts';
import type { MergeRow } from './store/merges.ts';
import type { MoodRow } from './store/moods.ts';
import type { NoteRow } from './store/notes.ts';
import type { OrganisationRow } from './store/organisations.ts';
import type { ChangeRow } from './store/record.ts';

export function presentCustomer(row: CustomerRow): Customer {
  const { organisation, tier, survivor } = row;
  return {
    id: row.id,
    name: row.name,
    spelling: row.spelling,
    formOfAddress: row.form_of_address,
    preferredWay: row.preferred_way as ContactWay | null,
    style: row.style,
    language: row.language as Language | null,
    zone: row.zone,
    organisation: organisation && { id: organisation.id, name: organisation.name },
    tier: tier && { id: tier.id, name: tier.name, adds: tier.adds },
    value: presentValue(row),
    identities: row.identities.map(({ id, kind, shown, verified_at: at }) => ({
      id,
      kind: kind as IdentityKind,
      value: shown,
      verifiedAt: at === null ? null : new Date(at).toISOString(),
    })),
    references: row.references.map(presentReference),
    review: presentReview(row),
    mergedInto: survivor && { id: survivor.id, name: survivor.name },
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}

/** The columns in which a value stands. */
export type ValueColumns = {
  value_cents: number | null;
  value_currency: string | null;
  value_per: string | null;
  value_source: string | null;
  value_on: string | null;
};

/** What a customer spends; null when it is not known. */
export function presentValue(row: ValueColumns): CustomerValue | null {
  const { value_cents: amountCents, value_currency: currency, value_source: source } = row;
  if (amountCents === null) return null;
  const per = row.value_per as CustomerValue['per'];
  return {
    amountCents,
    per,
    yearlyCents: yearlyCents({ amountCents, per }),
    currency: currency!,
    source: source!,
    on: row.value_on!,
  };
}

function presentReview(row: CustomerRow): Customer['review'] {
  const record = {
    reviewOn: row.review_on,
    confirmedAt: row.reviewed_at,
    createdAt: row.created_at,
  };
  const confirmedAt = row.reviewed_at?.toISOString() ?? null;
  return { on: row.review_on, due: reviewDue(record, row.now), confirmedAt };
}

/** A number of a customer; never the number itself. */
export function presentReference(row: CustomerRow['references'][number]): Reference {
  const { id, kind, label, ending } = row;
  return { id, kind: kind as Reference['kind'], label, ending };
}

export function presentNote(row: NoteRow): CustomerNote {
  const kind = row.actor_kind as CustomerNote['author']['kind'];
  return {
    id: row.id,
    text: row.text,
    author: { kind, id: row.actor_id, name: row.actor_name },
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
  };
}

export function presentMood(row: MoodRow): CustomerMood {
  const { id, mood, at, actor_kind: kind, actor_id: by, actor_name: name, case: found } = row;
  return {
    id,
    mood: mood as CustomerMood['mood'],
    at: at.toISOString(),
    by: { kind: kind as CustomerMood['by']['kind'], id: by, name },
    case: found && { id: found.id, number: found.number },
  };
}

export function presentChange(row: ChangeRow): CustomerChangeLine {
  const changes = row.changes as CustomerChangeLine['changes'];
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actor: {
      kind: row.actor_kind as CustomerChangeLine['actor']['kind'],
      id: row.actor_id,
      name: row.actor_name,
    },
    changes: changes.map(({ field, from, to }) => ({ field, from, to })),
  };
}

export function presentOrganisation(row: OrganisationRow): Organisation {
  const { id, name, note, version } = row;
  return { id, name, note, createdAt: row.created_at.toISOString(), version };
}

export function presentAlike(row: AlikeRow): Alike {
  const because: Alike['because'] = [
    ...(row.identity ? (['identity'] as const) : []),
    ...(row.phone && !row.identity ? (['phone'] as const) : []),
    ...(row.sameName
      ? [row.sameOrganisation ? ('organisation_and_name' as const) : ('name' as const)]
      : []),
  ];
  return {
    customer: { id: row.id, name: row.name },
    organisation: row.organisation && { id: row.organisation.id, name: row.organisation.name },
    identities: row.identities,
    because,
  };
}

export function presentMerge(row: MergeRow): CustomerMerge {
  return {
    id: row.id,
    merged: { id: row.merged_id, name: row.merged_name },
    survivor: { id: row.survivor_id, name: row.survivor_name },
    at: row.at.toISOString(),
    undoneAt: row.undone_at?.toISOString() ?? null,
    cases: row.cases,
  };
}
