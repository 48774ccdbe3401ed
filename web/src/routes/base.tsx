import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { isRefusal } from '../api/refusal.ts';
import { Desk } from '../slices/access/parts/desk.tsx';
import { meQuery } from '../slices/access/queries.ts';
import { NotFound } from '../ui/shell/not-found.tsx';
import { speak } from '../words/index.ts';

type Context = { client: QueryClient };

export const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
});

/** Everything behind the sign-in; whoever is not signed in comes back here afterwards. */
export const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: Desk,
  beforeLoad: async ({ context, location }) => {
    try {
      const who = await context.client.ensureQueryData(meQuery);
      if (who.agent) await speak(who.agent.language);
      return { who };
    } catch (error) {
      if (!isRefusal(error, 'not_signed_in')) throw error;
      throw redirect({
        to: '/sign-in',
        search: location.href === '/' ? {} : { to: location.href },
      });
    }
  },
});
