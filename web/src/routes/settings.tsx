import { createRoute, redirect } from '@tanstack/react-router';
import { auditAreas } from '../slices/grants/audit-areas.ts';
import { mayChoose, mayOpen } from '../slices/settings/sections.ts';
import { withWords } from '../with-words.ts';
import { desk } from './base.tsx';

const top = createRoute({
  getParentRoute: () => desk,
  path: '/settings',
  beforeLoad: ({ context: { who }, location }) => {
    if (!mayChoose(who)) throw redirect({ to: '/' });
    if (!mayOpen(who, location.pathname)) throw redirect({ to: '/settings' });
  },
  component: withWords(
    ['settings'],
    () => import('../slices/settings/pages/settings.tsx'),
    'Settings',
  ),
});

const mailLimits = createRoute({
  getParentRoute: () => top,
  path: '/mail-limits',
  component: withWords(
    ['mail-in'],
    () => import('../slices/mail/pages/mail-limits.tsx'),
    'MailLimits',
  ),
});
const senders = createRoute({
  getParentRoute: () => top,
  path: '/senders',
  component: withWords(['senders'], () => import('../slices/mail/pages/senders.tsx'), 'Senders'),
});
const topicsSettings = createRoute({
  getParentRoute: () => top,
  path: '/topics',
  component: withWords(['topics'], () => import('../slices/topics/pages/topics.tsx'), 'Topics'),
});
const topicRulesSettings = createRoute({
  getParentRoute: () => top,
  path: '/topic-rules',
  component: withWords(
    ['topics'],
    () => import('../slices/topics/pages/topic-rules.tsx'),
    'TopicRules',
  ),
});
const rules = createRoute({
  getParentRoute: () => top,
  path: '/rules',
  component: withWords(
    ['rules', 'topics', 'handover'],
    () => import('../slices/rules/pages/rules.tsx'),
    'Rules',
  ),
});
const brandsSettings = createRoute({
  getParentRoute: () => top,
  path: '/brands',
  component: withWords(
    ['brands', 'topics'],
    () => import('../slices/writing/pages/brands.tsx'),
    'Brands',
  ),
});
const templatesSettings = createRoute({
  getParentRoute: () => top,
  path: '/templates',
  component: withWords(
    ['templates'],
    () => import('../slices/writing/pages/templates.tsx'),
    'Templates',
  ),
});
const reasonsSettings = createRoute({
  getParentRoute: () => top,
  path: '/hand-over-reasons',
  component: withWords(
    ['topics'],
    () => import('../slices/topics/pages/hand-over-reasons.tsx'),
    'HandOverReasons',
  ),
});

const tierSettings = createRoute({
  getParentRoute: () => top,
  path: '/tiers',
  component: withWords(['customers'], () => import('../slices/customers/pages/tiers.tsx'), 'Tiers'),
});
const calendarSettings = createRoute({
  getParentRoute: () => top,
  path: '/calendars',
  component: withWords(
    ['calendars', 'topics'],
    () => import('../slices/calendars/pages/calendars.tsx'),
    'Calendars',
  ),
});
const levelSettings = createRoute({
  getParentRoute: () => top,
  path: '/levels',
  component: withWords(['levels'], () => import('../slices/calendars/pages/levels.tsx'), 'Levels'),
});

const helpChains = createRoute({
  getParentRoute: () => top,
  path: '/help-chains',
  component: withWords(
    ['tasks'],
    () => import('../slices/tasks/pages/help-chains.tsx'),
    'HelpChains',
  ),
});

const channels = createRoute({
  getParentRoute: () => top,
  path: '/channels',
  component: withWords(
    ['channels'],
    () => import('../slices/channels/pages/channels.tsx'),
    'Channels',
  ),
});
const newChannel = createRoute({
  getParentRoute: () => top,
  path: '/channels/new',
  component: withWords(
    ['channels'],
    () => import('../slices/channels/pages/new-channel.tsx'),
    'NewChannel',
  ),
});
const oneChannel = createRoute({
  getParentRoute: () => top,
  path: '/channels/$channelId',
  component: withWords(
    ['channels'],
    () => import('../slices/channels/pages/channel.tsx'),
    'ChannelPage',
  ),
});
const sending = createRoute({
  getParentRoute: () => top,
  path: '/sending',
  component: withWords(
    ['sending', 'channels'],
    () => import('../slices/channels/pages/sending.tsx'),
    'Sending',
  ),
});

const peopleWords = ['people', 'absence', 'hand-overs', 'company', 'levels'];
const company = createRoute({
  getParentRoute: () => top,
  path: '/company',
  component: withWords(
    ['company', 'levels'],
    () => import('../slices/settings/pages/company.tsx'),
    'CompanyPage',
  ),
});
const people = createRoute({
  getParentRoute: () => top,
  path: '/people',
  component: withWords(peopleWords, () => import('../slices/people/pages/people.tsx'), 'People'),
});
const person = createRoute({
  getParentRoute: () => top,
  path: '/people/$agentId',
  component: withWords(peopleWords, () => import('../slices/people/pages/person.tsx'), 'Person'),
});
const pyramid = createRoute({
  getParentRoute: () => top,
  path: '/pyramid',
  component: withWords(
    [...peopleWords, 'moving'],
    () => import('../slices/people/pages/pyramid.tsx'),
    'Pyramid',
  ),
});
const team = createRoute({
  getParentRoute: () => top,
  path: '/pyramid/teams/$teamId',
  validateSearch: (search: Record<string, unknown>): { level?: number } =>
    typeof search['level'] === 'number' ? { level: search['level'] } : {},
  component: withWords(peopleWords, () => import('../slices/people/pages/team.tsx'), 'TeamPage'),
});
const level = createRoute({
  getParentRoute: () => top,
  path: '/pyramid/levels/$levelId',
  component: withWords(peopleWords, () => import('../slices/people/pages/level.tsx'), 'LevelPage'),
});

const roles = createRoute({
  getParentRoute: () => top,
  path: '/roles',
  component: withWords(['grants'], () => import('../slices/grants/pages/roles.tsx'), 'Roles'),
});
const keys = createRoute({
  getParentRoute: () => top,
  path: '/keys',
  component: withWords(['grants'], () => import('../slices/grants/pages/keys.tsx'), 'Keys'),
});
const accessLog = createRoute({
  getParentRoute: () => top,
  path: '/access-log',
  component: withWords(
    ['grants'],
    () => import('../slices/grants/pages/access-log.tsx'),
    'AccessLog',
  ),
});
const signInRules = createRoute({
  getParentRoute: () => top,
  path: '/sign-in',
  component: withWords(
    ['security', 'provider'],
    () => import('../slices/security/pages/sign-in-settings.tsx'),
    'SignInSettings',
  ),
});

const audit = createRoute({
  getParentRoute: () => top,
  path: '/audit',
  component: withWords(auditAreas, () => import('../slices/grants/pages/audit.tsx'), 'Audit'),
});

const noticeDefaults = createRoute({
  getParentRoute: () => top,
  path: '/notices',
  component: withWords(
    ['notice-choices'],
    () => import('../slices/notices/pages/defaults.tsx'),
    'NoticeDefaultsPage',
  ),
});

const noticeLedger = createRoute({
  getParentRoute: () => top,
  path: '/notice-ledger',
  component: withWords(
    ['notice-ledger', 'notice-choices', 'notices'],
    () => import('../slices/notices/pages/ledger.tsx'),
    'NoticeLedger',
  ),
});

const drill = createRoute({
  getParentRoute: () => top,
  path: '/drill',
  component: withWords(['drill'], () => import('../slices/drill/pages/drill.tsx'), 'Drill'),
});
const oneIncident = createRoute({
  getParentRoute: () => top,
  path: '/drill/$incidentId',
  component: withWords(
    ['drill'],
    () => import('../slices/drill/pages/incident.tsx'),
    'IncidentPage',
  ),
});

/** The settings with all their pages. */
export const settings = top.addChildren([
  company,
  people,
  person,
  pyramid,
  team,
  level,
  mailLimits,
  senders,
  topicsSettings,
  topicRulesSettings,
  rules,
  brandsSettings,
  templatesSettings,
  reasonsSettings,
  calendarSettings,
  tierSettings,
  levelSettings,
  helpChains,
  channels,
  newChannel,
  oneChannel,
  sending,
  roles,
  keys,
  accessLog,
  audit,
  signInRules,
  noticeDefaults,
  noticeLedger,
  drill,
  oneIncident,
]);
