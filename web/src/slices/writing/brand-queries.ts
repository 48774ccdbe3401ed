import { brand, type Brand } from '@baton/contract';
import { ask, tell } from '../../api/client.ts';
import { withQuery } from '../../api/pages.ts';

/** A brand as the form holds it. */
export type BrandGiven = Omit<Brand, 'id' | 'logo' | 'address'> & { address: string };

const bodyOf = (given: BrandGiven) => ({ ...given, address: given.address.trim() || null });

export const createBrand = (given: BrandGiven) =>
  ask(brand, '/api/brands', { method: 'POST', body: bodyOf(given) });
export const changeBrand = (id: string, given: BrandGiven) =>
  ask(brand, `/api/brands/${id}`, { method: 'PATCH', body: bodyOf(given) });
export const deleteBrand = (id: string) => tell(`/api/brands/${id}`, { method: 'DELETE' });

const logoOf = (id: string) => `/api/mail/brands/${id}/logo`;
/** @param file one that was uploaded before */
export const setLogo = (id: string, file: string) =>
  ask(brand, logoOf(id), { method: 'PUT', body: { file } });
export const removeLogo = (id: string) => ask(brand, logoOf(id), { method: 'DELETE' });

type Tried = { language: string; name?: string; colour?: string; footer?: string };

/** Where a mail of the brand is seen as it would leave, also with what is not kept yet. */
export const previewAddress = (id: string, tried: Tried & { signature?: string }) =>
  withQuery(`/api/mail/brands/${id}/preview`, tried);
