import {
  customRole,
  customRoles,
  key,
  keyPage,
  madeKey,
  type AreaRanks,
  type Role,
} from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';
import { askAll } from '../../api/pages.ts';

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async ({ signal }) => (await ask(customRoles, '/api/roles', { signal })).items,
});

/** A custom role as the form holds one. */
export type RoleGiven = { name: string; areas: AreaRanks; agents: string[] };

export const createRole = (idempotency: string, body: RoleGiven) =>
  ask(customRole, '/api/roles', { method: 'POST', key: idempotency, body });

export const changeRole = (id: string, body: RoleGiven) =>
  ask(customRole, `/api/roles/${id}`, { method: 'PATCH', body });

export const deleteRole = (id: string) => tell(`/api/roles/${id}`, { method: 'DELETE' });

/** Keys of programs, the latest first; those that were revoked are among them. */
export const programKeysQuery = queryOptions({
  queryKey: ['program-keys'],
  queryFn: ({ signal }) => askAll(keyPage, '/api/keys', signal),
});

/** A key as the form holds one; `expiresAt` is an instant. */
export type KeyGiven = {
  name: string;
  role: Role;
  scopes: AreaRanks | null;
  agent: string | null;
  expiresAt: string | null;
};

/** Answers with the key itself, once. */
export const makeKey = (idempotency: string, body: KeyGiven) =>
  ask(madeKey, '/api/keys', { method: 'POST', key: idempotency, body });

export const revokeKey = (id: string) =>
  ask(key, `/api/keys/${id}/revocation`, { method: 'POST', body: {} });
