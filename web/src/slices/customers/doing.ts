import {
  customer,
  customerNote,
  organisation,
  tier,
  type customerChange,
  type newCustomer,
  type newIdentity,
} from '@baton/contract';
import type { z } from 'zod';
import { ask, tell } from '../../api/client.ts';

const place = (id: string) => `/api/customers/${id}`;

export type CustomerInput = z.input<typeof customerChange>;
export type NewIdentity = z.input<typeof newIdentity>;

export const createCustomer = (key: string, body: z.input<typeof newCustomer>) =>
  ask(customer, '/api/customers', { method: 'POST', key, body });
/** @param version the one that was seen */
export const changeCustomer = (id: string, version: number, body: CustomerInput) =>
  ask(customer, place(id), { method: 'PATCH', version, body });

export const addIdentity = (id: string, body: NewIdentity) =>
  ask(customer, `${place(id)}/identities`, { method: 'POST', body });
export const changeIdentity = (
  id: string,
  identity: string,
  body: { value?: string; verified?: boolean },
) => ask(customer, `${place(id)}/identities/${identity}`, { method: 'PATCH', body });
export const removeIdentity = (id: string, identity: string) =>
  tell(`${place(id)}/identities/${identity}`, { method: 'DELETE' });

/** @param on the next day on which they are to be confirmed (`2026-03-04`) */
export const confirmContact = (id: string, on: string) =>
  ask(customer, `${place(id)}/reviews`, { method: 'POST', body: { on } });

export const addNote = (id: string, key: string, text: string) =>
  ask(customerNote, `${place(id)}/notes`, { method: 'POST', key, body: { text } });
export const editNote = (id: string, note: string, text: string) =>
  ask(customerNote, `${place(id)}/notes/${note}`, { method: 'PATCH', body: { text } });
export const removeNote = (id: string, note: string) =>
  tell(`${place(id)}/notes/${note}`, { method: 'DELETE' });

/** Another customer turned out to be this one. */
export const mergeCustomer = (id: string, other: string) =>
  ask(customer, `${place(id)}/merges`, { method: 'POST', body: { customer: other } });
export const partCustomers = (id: string, merge: string) =>
  ask(customer, `${place(id)}/merges/${merge}`, { method: 'DELETE' });

export const createOrganisation = (name: string) =>
  ask(organisation, '/api/organisations', { method: 'POST', body: { name } });
export const changeOrganisation = (
  id: string,
  version: number,
  body: { name?: string; note?: string | null },
) => ask(organisation, `/api/organisations/${id}`, { method: 'PATCH', version, body });

type TierInput = { name: string; adds: string | null };
export const createTier = (body: TierInput) => ask(tier, '/api/tiers', { method: 'POST', body });
export const changeTier = (id: string, body: Partial<TierInput> & { place?: number }) =>
  ask(tier, `/api/tiers/${id}`, { method: 'PATCH', body });
export const deleteTier = (id: string) => tell(`/api/tiers/${id}`, { method: 'DELETE' });
