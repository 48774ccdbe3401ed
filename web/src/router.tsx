import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { desk, root } from './routes/base.tsx';
import { customerRoutes } from './routes/customers.tsx';
import { settings } from './routes/settings.tsx';
import { may } from './slices/access/may.ts';
import { seesMail } from './slices/access/queries.ts';
import { Hands, NothingOpen } from './slices/cases/pages/hands.tsx';
import { eventAreas } from './slices/cases/parts/conversation/event-areas.ts';
import { openAhead } from './slices/cases/queries.ts';
import { callerIn } from './slices/intake/caller-in.ts';
import { lookingOf } from './slices/search/looking.ts';
import { Broken } from './ui/shell/broken.tsx';
import { withWords } from './with-words.ts';

/** Whose cases are handed over, and which of them. */
type Whose = { owner?: string; team?: string; topic?: string; customer?: string };
/** Where one goes after the door. */
const placeAfter = (search: Record<string, unknown>): { to?: string } =>
  typeof search['to'] === 'string' ? { to: search['to'] } : {};

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string; problem?: string } => ({
    ...placeAfter(search),
    ...(typeof search['problem'] === 'string' ? { problem: search['problem'] } : {}),
  }),
  component: withWords(
    ['security', 'provider'],
    () => import('./slices/access/pages/sign-in.tsx'),
    'SignIn',
  ),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  path: '/signed-in',
  component: withWords(
    ['security'],
    () => import('./slices/access/pages/signed-in.tsx'),
    'SignedIn',
  ),
});

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/second-factor',
  validateSearch: placeAfter,
  component: withWords(
    ['security'],
    () => import('./slices/security/pages/second-factor.tsx'),
    'SecondFactorPage',
  ),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome/$token',
  component: withWords(['security'], () => import('./slices/access/pages/welcome.tsx'), 'Welcome'),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: withWords(['security'], () => import('./slices/security/pages/forgot.tsx'), 'Forgot'),
});

const hands = createRoute({ getParentRoute: () => desk, id: 'hands', component: Hands });
const nothingOpen = createRoute({ getParentRoute: () => hands, path: '/', component: NothingOpen });
const oneCase = createRoute({
  getParentRoute: () => hands,
  path: '/cases/$caseId',
  loader: ({ context, params }) => openAhead(context.client, params.caseId),
  component: withWords(
    [
      ...eventAreas,
      ...['presence', 'address-marks', 'absence', 'references', 'writing', 'letters', 'keys'],
    ],
    () => import('./slices/cases/pages/case.tsx'),
    'CasePage',
  ),
});

const pyramidNow = createRoute({
  getParentRoute: () => desk,
  path: '/pyramid',
  component: withWords(
    ['lookout'],
    () => import('./slices/lookout/pages/pyramid.tsx'),
    'PyramidNow',
  ),
});
const lapses = createRoute({
  getParentRoute: () => desk,
  path: '/pyramid/lapses',
  component: withWords(['lookout'], () => import('./slices/lookout/pages/lapses.tsx'), 'Lapses'),
});
const agentHands = createRoute({
  getParentRoute: () => desk,
  path: '/pyramid/$agentId',
  component: withWords(
    ['lookout'],
    () => import('./slices/lookout/pages/agent-hands.tsx'),
    'AgentHands',
  ),
});

const calls = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$caseId/calls',
  component: withWords(['calls'], () => import('./slices/calls/pages/calls.tsx'), 'Calls'),
});

const intake = createRoute({
  getParentRoute: () => desk,
  path: '/intake',
  validateSearch: callerIn,
  component: withWords(
    ['intake', 'calls', 'customers', 'references', 'handover'],
    () => import('./slices/intake/pages/intake.tsx'),
    'IntakePage',
  ),
});

const search = createRoute({
  getParentRoute: () => desk,
  path: '/search',
  beforeLoad: ({ context }) => {
    if (!may(context.who, 'Cases', 'reader')) throw redirect({ to: '/' });
  },
  validateSearch: lookingOf,
  component: withWords(['search'], () => import('./slices/search/pages/search.tsx'), 'Search'),
});

const tasks = createRoute({
  getParentRoute: () => desk,
  path: '/tasks',
  component: withWords(['tasks'], () => import('./slices/tasks/pages/my-tasks.tsx'), 'MyTasks'),
});

const drafts = createRoute({
  getParentRoute: () => desk,
  path: '/drafts',
  component: withWords(['drafts'], () => import('./slices/cases/pages/drafts.tsx'), 'Drafts'),
});

const notices = createRoute({
  getParentRoute: () => desk,
  path: '/notices',
  component: withWords(['notices'], () => import('./slices/notices/pages/notices.tsx'), 'Notices'),
});
const told = createRoute({
  getParentRoute: () => desk,
  path: '/told/$caseId',
  component: withWords(
    [...eventAreas, 'notice-ledger', 'notice-choices', 'notices'],
    () => import('./slices/notices/pages/told.tsx'),
    'ToldOfCase',
  ),
});

const noticeChoices = createRoute({
  getParentRoute: () => desk,
  path: '/notices/choices',
  component: withWords(
    ['notice-choices'],
    () => import('./slices/notices/pages/choices.tsx'),
    'NoticeChoicesPage',
  ),
});

const handOvers = createRoute({
  getParentRoute: () => desk,
  path: '/hand-overs',
  validateSearch: (search: Record<string, unknown>): Whose => {
    const names = new Set(['owner', 'team', 'topic', 'customer']);
    return Object.fromEntries(
      Object.entries(search).filter(([name, id]) => names.has(name) && typeof id === 'string'),
    );
  },
  component: withWords(
    ['hand-overs'],
    () => import('./slices/hand-overs/pages/hand-over-many.tsx'),
    'HandOverMany',
  ),
});

const absence = createRoute({
  getParentRoute: () => desk,
  path: '/absence',
  component: withWords(
    ['absence'],
    () => import('./slices/people/pages/absence.tsx'),
    'AbsencePage',
  ),
});

const signature = createRoute({
  getParentRoute: () => desk,
  path: '/signature',
  component: withWords(
    ['brands'],
    () => import('./slices/writing/pages/signature.tsx'),
    'Signature',
  ),
});
const security = createRoute({
  getParentRoute: () => desk,
  path: '/security',
  component: withWords(
    ['security'],
    () => import('./slices/security/pages/security.tsx'),
    'Security',
  ),
});

const mail = createRoute({
  getParentRoute: () => desk,
  id: 'mail',
  beforeLoad: ({ context }) => {
    if (!seesMail(context.who)) throw redirect({ to: '/' });
  },
});
const outbox = createRoute({
  getParentRoute: () => mail,
  path: '/outbox',
  component: withWords([], () => import('./slices/mail/pages/outbox.tsx'), 'Outbox'),
});
const outgoing = createRoute({
  getParentRoute: () => mail,
  path: '/outbox/$outboundId',
  component: withWords([], () => import('./slices/mail/pages/outgoing.tsx'), 'Outgoing'),
});
const mailIn = createRoute({
  getParentRoute: () => mail,
  path: '/mail-in',
  component: withWords(['mail-in'], () => import('./slices/mail/pages/mail-in.tsx'), 'MailIn'),
});
const incoming = createRoute({
  getParentRoute: () => mail,
  path: '/mail-in/$inboundId',
  component: withWords(['mail-in'], () => import('./slices/mail/pages/incoming.tsx'), 'Incoming'),
});

const routes = root.addChildren([
  signIn,
  signedIn,
  secondFactor,
  forgot,
  welcome,
  desk.addChildren([
    hands.addChildren([nothingOpen, oneCase]),
    pyramidNow,
    lapses,
    agentHands,
    calls,
    intake,
    ...customerRoutes,
    search,
    tasks,
    drafts,
    notices,
    noticeChoices,
    told,
    handOvers,
    absence,
    signature,
    security,
    mail.addChildren([outbox, outgoing, mailIn, incoming]),
    settings,
  ]),
]);

/** The routes of the desk; they stay when its looks change. */
export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { client },
    defaultPreload: false,
    scrollRestoration: true,
    defaultErrorComponent: Broken,
  });
}
