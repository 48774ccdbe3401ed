import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { doorOf } from '../api/door.ts';
import { Desk } from '../slices/access/parts/desk.tsx';
import { meQuery } from '../slices/access/queries.ts';
import { StepUp } from '../slices/security/parts/step-up.tsx';
import { NotFound } from '../ui/shell/not-found.tsx';
import { speak } from '../words/index.ts';

type Context = { client: QueryClient };

/** Every page, and what may have to be asked on any of them. */
function Whole() {
  return (
    <>
      <Outlet />
      <StepUp />
    </>
  );
}

export const root = createRootRouteWithContext<Context>()({
  component: Whole,
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
      const door = doorOf(error);
      if (door === null) throw error;
      throw redirect({
        to: door,
        search: location.href === '/' ? {} : { to: location.href },
      });
    }
  },
});
