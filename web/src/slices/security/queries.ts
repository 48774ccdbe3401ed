import {
  newAuthenticator,
  recoveryCodes,
  secondFactor,
  signInRules,
  type GivenFactor,
} from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';

/** One's own second factors, and what the session still lacks. */
export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) => ask(secondFactor, '/api/auth/second-factor', { signal }),
  retry: false,
});

/** @throws Refusal `wrong_proof` */
export const giveFactor = (given: GivenFactor) =>
  tell('/api/auth/second-factor', { method: 'POST', body: given });

export const beginAuthenticator = () =>
  ask(newAuthenticator, '/api/auth/authenticator', { method: 'POST' });

/** Puts the authenticator in use. @returns recovery codes, if there were none */
export const proveAuthenticator = async (code: string) =>
  (await ask(recoveryCodes, '/api/auth/authenticator/proof', { method: 'POST', body: { code } }))
    .codes;

export const removeAuthenticator = () => tell('/api/auth/authenticator', { method: 'DELETE' });

export const renewRecoveryCodes = async () =>
  (await ask(recoveryCodes, '/api/auth/recovery-codes', { method: 'POST' })).codes;

/** @throws Refusal `wrong_proof` */
export const confirm = (proof: { password: string } | { code: string }) =>
  tell('/api/auth/confirmations', { method: 'POST', body: proof });

export const changePassword = (currentPassword: string, newPassword: string) =>
  tell('/api/auth/change-password', { method: 'POST', body: { currentPassword, newPassword } });

/** What the company asks of everybody who signs in. */
export const signInRulesQuery = queryOptions({
  queryKey: ['sign-in-rules'],
  queryFn: ({ signal }) => ask(signInRules, '/api/sign-in-rules', { signal }),
});

export const changeSignInRules = (secondFactorRequired: boolean) =>
  ask(signInRules, '/api/sign-in-rules', { method: 'PATCH', body: { secondFactorRequired } });
