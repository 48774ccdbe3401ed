import { createRoute } from '@tanstack/react-router';
import { withWords } from '../with-words.ts';
import { desk } from './base.tsx';

const customers = createRoute({
  getParentRoute: () => desk,
  path: '/customers',
  component: withWords(
    ['customers'],
    () => import('../slices/customers/pages/customers.tsx'),
    'Customers',
  ),
});
const oneCustomer = createRoute({
  getParentRoute: () => desk,
  path: '/customers/$customerId',
  component: withWords(
    ['customers', 'references'],
    () => import('../slices/customers/pages/customer.tsx'),
    'CustomerPage',
  ),
});
const organisation = createRoute({
  getParentRoute: () => desk,
  path: '/organisations/$organisationId',
  component: withWords(
    ['customers'],
    () => import('../slices/customers/pages/organisation.tsx'),
    'OrganisationPage',
  ),
});

/** Customers, one of them, and an organisation. */
export const customerRoutes = [customers, oneCustomer, organisation] as const;
