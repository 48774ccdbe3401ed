import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { isRefusal } from './api/refusal.ts';
import { NotFound } from './ui/shell/not-found.tsx';
import { Broken } from './ui/shell/broken.tsx';
import { Desk } from './slices/access/parts/desk.tsx';
import { meQuery, seesMail } from './slices/access/queries.ts';
import { mayChoose } from './slices/settings/sections.ts';
import { Hands, NothingOpen } from './slices/cases/pages/hands.tsx';
import { speak } from './words/index.ts';
import { withWords } from './with-words.ts';

type Context = { client: QueryClient };

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search['to'] === 'string' ? { to: search['to'] } : {},
  component: lazyRouteComponent(() => import('./slices/access/pages/sign-in.tsx'), 'SignIn'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome/$token',
  component: lazyRouteComponent(() => import('./slices/access/pages/welcome.tsx'), 'Welcome'),
});

/** Everything behind the sign-in; whoever is not signed in comes back here afterwards. */
const desk = createRoute({
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

const hands = createRoute({ getParentRoute: () => desk, id: 'hands', component: Hands });
const nothingOpen = createRoute({ getParentRoute: () => hands, path: '/', component: NothingOpen });
const oneCase = createRoute({
  getParentRoute: () => hands,
  path: '/cases/$caseId',
  component: withWords(
    ['handover', 'address-marks', 'tasks', 'ending', 'pressing', 'case-people', 'absence'],
    () => import('./slices/cases/pages/case.tsx'),
    'CasePage',
  ),
});

const tasks = createRoute({
  getParentRoute: () => desk,
  path: '/tasks',
  component: withWords(['tasks'], () => import('./slices/tasks/pages/my-tasks.tsx'), 'MyTasks'),
});

const notices = createRoute({
  getParentRoute: () => desk,
  path: '/notices',
  component: withWords(['notices'], () => import('./slices/notices/pages/notices.tsx'), 'Notices'),
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
  component: lazyRouteComponent(() => import('./slices/mail/pages/outbox.tsx'), 'Outbox'),
});
const outgoing = createRoute({
  getParentRoute: () => mail,
  path: '/outbox/$outboundId',
  component: lazyRouteComponent(() => import('./slices/mail/pages/outgoing.tsx'), 'Outgoing'),
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

const settings = createRoute({
  getParentRoute: () => desk,
  path: '/settings',
  beforeLoad: ({ context }) => {
    if (!mayChoose(context.who)) throw redirect({ to: '/' });
  },
  component: withWords(
    ['settings'],
    () => import('./slices/settings/pages/settings.tsx'),
    'Settings',
  ),
});

const mailLimits = createRoute({
  getParentRoute: () => settings,
  path: '/mail-limits',
  component: withWords(
    ['mail-in'],
    () => import('./slices/mail/pages/mail-limits.tsx'),
    'MailLimits',
  ),
});
const topicsSettings = createRoute({
  getParentRoute: () => settings,
  path: '/topics',
  component: withWords(['topics'], () => import('./slices/topics/pages/topics.tsx'), 'Topics'),
});
const topicRulesSettings = createRoute({
  getParentRoute: () => settings,
  path: '/topic-rules',
  component: withWords(
    ['topics'],
    () => import('./slices/topics/pages/topic-rules.tsx'),
    'TopicRules',
  ),
});
const reasonsSettings = createRoute({
  getParentRoute: () => settings,
  path: '/hand-over-reasons',
  component: withWords(
    ['topics'],
    () => import('./slices/topics/pages/hand-over-reasons.tsx'),
    'HandOverReasons',
  ),
});

const calendarSettings = createRoute({
  getParentRoute: () => settings,
  path: '/calendars',
  component: withWords(
    ['calendars', 'topics'],
    () => import('./slices/calendars/pages/calendars.tsx'),
    'Calendars',
  ),
});
const levelSettings = createRoute({
  getParentRoute: () => settings,
  path: '/levels',
  component: withWords(['levels'], () => import('./slices/calendars/pages/levels.tsx'), 'Levels'),
});

const helpChains = createRoute({
  getParentRoute: () => settings,
  path: '/help-chains',
  component: withWords(
    ['tasks'],
    () => import('./slices/tasks/pages/help-chains.tsx'),
    'HelpChains',
  ),
});

const channels = createRoute({
  getParentRoute: () => settings,
  path: '/channels',
  component: withWords(
    ['channels'],
    () => import('./slices/channels/pages/channels.tsx'),
    'Channels',
  ),
});
const newChannel = createRoute({
  getParentRoute: () => settings,
  path: '/channels/new',
  component: withWords(
    ['channels'],
    () => import('./slices/channels/pages/new-channel.tsx'),
    'NewChannel',
  ),
});
const oneChannel = createRoute({
  getParentRoute: () => settings,
  path: '/channels/$channelId',
  component: withWords(
    ['channels'],
    () => import('./slices/channels/pages/channel.tsx'),
    'ChannelPage',
  ),
});
const sending = createRoute({
  getParentRoute: () => settings,
  path: '/sending',
  component: withWords(
    ['sending', 'channels'],
    () => import('./slices/channels/pages/sending.tsx'),
    'Sending',
  ),
});

const peopleWords = ['people', 'absence'];
const people = createRoute({
  getParentRoute: () => settings,
  path: '/people',
  component: withWords(peopleWords, () => import('./slices/people/pages/people.tsx'), 'People'),
});
const person = createRoute({
  getParentRoute: () => settings,
  path: '/people/$agentId',
  component: withWords(peopleWords, () => import('./slices/people/pages/person.tsx'), 'Person'),
});
const pyramid = createRoute({
  getParentRoute: () => settings,
  path: '/pyramid',
  component: withWords(peopleWords, () => import('./slices/people/pages/pyramid.tsx'), 'Pyramid'),
});
const team = createRoute({
  getParentRoute: () => settings,
  path: '/pyramid/teams/$teamId',
  validateSearch: (search: Record<string, unknown>): { level?: number } =>
    typeof search['level'] === 'number' ? { level: search['level'] } : {},
  component: withWords(peopleWords, () => import('./slices/people/pages/team.tsx'), 'TeamPage'),
});
const level = createRoute({
  getParentRoute: () => settings,
  path: '/pyramid/levels/$levelId',
  component: withWords(peopleWords, () => import('./slices/people/pages/level.tsx'), 'LevelPage'),
});

const routes = root.addChildren([
  signIn,
  welcome,
  desk.addChildren([
    hands.addChildren([nothingOpen, oneCase]),
    tasks,
    notices,
    absence,
    mail.addChildren([outbox, outgoing, mailIn, incoming]),
    settings.addChildren([
      people,
      person,
      pyramid,
      team,
      level,
      mailLimits,
      topicsSettings,
      topicRulesSettings,
      reasonsSettings,
      calendarSettings,
      levelSettings,
      helpChains,
      channels,
      newChannel,
      oneChannel,
      sending,
    ]),
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
