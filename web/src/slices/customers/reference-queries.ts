import { reference, revealedReference, type newReference } from '@baton/contract';
import type { z } from 'zod';
import { ask, tell } from '../../api/client.ts';

const place = (customerId: string) => `/api/customers/${customerId}/references`;

export const addReference = (customerId: string, key: string, body: z.input<typeof newReference>) =>
  ask(reference, place(customerId), { method: 'POST', key, body });

/** The number itself, for this once; the reason is written down. */
export const revealReference = (customerId: string, id: string, reason: string) =>
  ask(revealedReference, `${place(customerId)}/${id}/reveal`, { method: 'POST', body: { reason } });

export const removeReference = (customerId: string, id: string) =>
  tell(`${place(customerId)}/${id}`, { method: 'DELETE' });
