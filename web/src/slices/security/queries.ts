import {
  newAuthenticator,
  recoveryCodes,
  secondFactor,
  sessions,
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

/** Where one is signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await ask(sessions, '/api/auth/sessions', { signal })).items,
});

export const endSession = (id: string) => tell(`/api/auth/sessions/${id}`, { method: 'DELETE' });

export const endOtherSessions = () => tell('/api/auth/sessions', { method: 'DELETE' });

/** Has a link mailed, if the address is that of an agent; it never says whether it is. */
export const askForReset = (email: string) =>
  tell('/api/auth/password-resets', { method: 'POST', body: { email } });

/** Sets a new password by a one-time link, and signs in. */
export const resetPassword = (token: string, password: string) =>
  tell(`/api/sign-in-links/${encodeURIComponent(token)}/password`, {
    method: 'POST',
    body: { password },
  });
