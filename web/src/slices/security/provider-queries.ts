import {
  identityProviderSettings,
  identityProviderTest,
  providerButton,
  type IdentityProviderChange,
} from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

/** The name of the provider by which one can sign in; null: there is none. */
export const providerNameQuery = queryOptions({
  queryKey: ['provider-name'],
  queryFn: async ({ signal }) => (await ask(providerButton, '/api/auth/provider', { signal })).name,
});

export const identityProviderQuery = queryOptions({
  queryKey: ['identity-provider'],
  queryFn: ({ signal }) => ask(identityProviderSettings, '/api/identity-provider', { signal }),
});

export const changeIdentityProvider = (body: IdentityProviderChange) =>
  ask(identityProviderSettings, '/api/identity-provider', { method: 'PUT', body });

/** Tries the provider that is saved. @returns what is wrong; null: nothing */
export const testIdentityProvider = async () =>
  (await ask(identityProviderTest, '/api/identity-provider/test', { method: 'POST' })).trouble;
