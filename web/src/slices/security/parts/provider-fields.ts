import type { IdentityProvider, IdentityProviderChange } from '@baton/contract';

/** The fields of the form: lists are typed with commas or spaces between. */
export type ProviderFields = Omit<IdentityProvider, 'domains' | 'factorValues'> & {
  domains: string;
  factorValues: string;
  /** Empty: the one that was given stays. */
  secret: string;
};

const none: IdentityProvider = {
  ...{ name: '', issuer: '', clientId: '', domains: [], active: true, required: false },
  factorValues: [],
};

export function fieldsOf(provider: IdentityProvider | null): ProviderFields {
  const { domains, factorValues, ...rest } = provider ?? none;
  const lists = { domains: domains.join(', '), factorValues: factorValues.join(', ') };
  return { ...rest, ...lists, secret: '' };
}

export function changeOf({ secret, ...fields }: ProviderFields): IdentityProviderChange {
  const { domains, factorValues } = fields;
  const lists = { domains: listOf(domains), factorValues: listOf(factorValues) };
  return { ...fields, ...lists, ...(secret === '' ? {} : { secret }) };
}

const listOf = (typed: string) => typed.split(/[\s,;]+/).filter((part) => part !== '');
