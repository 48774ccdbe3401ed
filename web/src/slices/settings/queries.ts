import { brandPage, company, type Company } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { askAll } from '../../api/pages.ts';

export const companyQuery = queryOptions({
  queryKey: ['company'],
  queryFn: ({ signal }) => ask(company, '/api/company', { signal }),
});

export const brandsQuery = queryOptions({
  queryKey: ['brands'],
  queryFn: ({ signal }) => askAll(brandPage, '/api/brands', signal),
});

/** What is changed of the company; people, teams and brands by their ids, lengths in ISO 8601. */
export type CompanyGiven = Record<keyof Company, string>;

export const changeCompany = (given: Partial<CompanyGiven>) =>
  ask(company, '/api/company', { method: 'PATCH', body: given });
