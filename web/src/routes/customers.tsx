import { createRoute, redirect } from '@tanstack/react-router';
import { may } from '../slices/access/may.ts';
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
const table = createRoute({
  getParentRoute: () => desk,
  path: '/customers/table',
  beforeLoad: ({ context: { who } }) => {
    if (!may(who, 'Customers', 'admin')) throw redirect({ to: '/customers' });
  },
  component: withWords(
    ['customers', 'customer-table'],
    () => import('../slices/customers/pages/table.tsx'),
    'CustomerTablePage',
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

/** Customers, as a table, one of them, and an organisation. */
export const customerRoutes = [customers, table, oneCustomer, organisation] as const;
