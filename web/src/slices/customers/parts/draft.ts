import { contactWays, languages, type Customer } from '@baton/contract';
import { amountOf, centsOf } from '../money.ts';
import type { CustomerInput } from '../doing.ts';

/** A record as it stands in a form: texts only; the organisation by its name. */
export type RecordDraft = {
  name: string;
  spelling: string;
  formOfAddress: string;
  preferredWay: string;
  style: string;
  language: string;
  zone: string;
  organisation: string;
  tier: string;
  amount: string;
  per: 'year' | 'month';
  currency: string;
  source: string;
  on: string;
  /** On which day the contact data are to be confirmed next; empty: on none that was set. */
  reviewOn: string;
};

export function draftOf(customer: Customer, today: string): RecordDraft {
  const { value } = customer;
  return {
    name: customer.name,
    spelling: customer.spelling ?? '',
    formOfAddress: customer.formOfAddress ?? '',
    preferredWay: customer.preferredWay ?? '',
    style: customer.style ?? '',
    language: customer.language ?? '',
    zone: customer.zone ?? '',
    organisation: customer.organisation?.name ?? '',
    tier: customer.tier?.id ?? '',
    amount: amountOf(value),
    per: value?.per ?? 'year',
    currency: value?.currency ?? '',
    source: value?.source ?? '',
    on: value?.on ?? today,
    reviewOn: customer.review.on ?? '',
  };
}

const orNull = (text: string) => text.trim() || null;

/** What is sent; the organisation stands for itself, because it may have to be written down first. */
export function inputOf(draft: RecordDraft): Omit<CustomerInput, 'organisation'> {
  const cents = centsOf(draft.amount);
  return {
    name: draft.name.trim(),
    spelling: orNull(draft.spelling),
    formOfAddress: orNull(draft.formOfAddress),
    preferredWay: contactWays.find((one) => one === draft.preferredWay) ?? null,
    style: orNull(draft.style),
    language: languages.find((one) => one === draft.language) ?? null,
    zone: orNull(draft.zone),
    tier: orNull(draft.tier),
    reviewOn: orNull(draft.reviewOn),
    value:
      cents === null
        ? null
        : {
            amountCents: cents,
            per: draft.per,
            currency: draft.currency.trim().toUpperCase(),
            source: draft.source.trim(),
            on: draft.on,
          },
  };
}

/** A customer's record as it can be sent again: for taking a change back. */
export function inputAsItWas(customer: Customer): CustomerInput {
  const { organisation, value } = customer;
  return {
    ...inputOf(draftOf(customer, '')),
    organisation: organisation?.id ?? null,
    value: value && {
      amountCents: value.amountCents,
      per: value.per,
      currency: value.currency,
      source: value.source,
      on: value.on,
    },
  };
}
