import {
  dkimCheck,
  dkimKey,
  dkimKeys,
  relay,
  type RelaySettings,
  relayTest,
} from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';
import { isRefusal } from '../../api/refusal.ts';

const relayPath = (brand: string) => `/api/mail/brands/${brand}/relay`;
const keysPath = '/api/mail/dkim-keys';

/** The relay of a brand; null where it uses the default one. */
export const relayQuery = (brand: string) =>
  queryOptions({
    queryKey: ['mail', 'relays', brand],
    queryFn: ({ signal }) =>
      ask(relay, relayPath(brand), { signal }).catch((error: unknown) => {
        if (isRefusal(error, 'not_found')) return null;
        throw error;
      }),
  });

export const saveRelay = (brand: string, body: RelaySettings) =>
  ask(relay, relayPath(brand), { method: 'PUT', body });
export const removeRelay = (brand: string) => tell(relayPath(brand), { method: 'DELETE' });
export const testRelay = (brand: string) =>
  ask(relayTest, `${relayPath(brand)}/test`, { method: 'POST', body: {} });

/** The keys that sign what leaves, by domain. */
export const keysQuery = queryOptions({
  queryKey: ['mail', 'dkim-keys'],
  queryFn: ({ signal }) => ask(dkimKeys, keysPath, { signal }),
});
/** @param body `privateKey` null: Baton makes one */
export const addKey = (body: { domain: string; selector: string; privateKey: string | null }) =>
  ask(dkimKey, keysPath, { method: 'POST', body });
export const removeKey = (domain: string) => tell(`${keysPath}/${domain}`, { method: 'DELETE' });
export const checkKey = (domain: string) =>
  ask(dkimCheck, `${keysPath}/${domain}/check`, { method: 'POST', body: {} });
