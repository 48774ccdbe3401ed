import type { Me, Role } from '@baton/contract';

/** Under which heading a section of the settings stands. */
export const groups = ['company', 'mail', 'cases'] as const;

/** One page of the settings: its address, the key of its name, and the roles that may see it. */
export type Section = {
  to: string;
  name: string;
  group: (typeof groups)[number];
  roles: readonly Role[];
};

/** All pages of the settings, in the order in which they are listed. */
export const sections: Section[] = [
  {
    to: '/settings/people',
    name: 'settings.people',
    group: 'company',
    roles: ['lead', 'admin'],
  },
  {
    to: '/settings/pyramid',
    name: 'settings.pyramid',
    group: 'company',
    roles: ['lead', 'admin'],
  },
  { to: '/settings/calendars', name: 'settings.calendars', group: 'company', roles: ['admin'] },
  { to: '/settings/levels', name: 'settings.levels', group: 'company', roles: ['admin'] },
  { to: '/settings/channels', name: 'settings.channels', group: 'mail', roles: ['lead', 'admin'] },
  { to: '/settings/sending', name: 'settings.sending', group: 'mail', roles: ['admin'] },
  { to: '/settings/mail-limits', name: 'settings.mailLimits', group: 'mail', roles: ['admin'] },
  { to: '/settings/topics', name: 'settings.topics', group: 'cases', roles: ['admin'] },
  { to: '/settings/topic-rules', name: 'settings.topicRules', group: 'cases', roles: ['admin'] },
  {
    to: '/settings/hand-over-reasons',
    name: 'settings.handOverReasons',
    group: 'cases',
    roles: ['admin'],
  },
  { to: '/settings/help-chains', name: 'settings.helpChains', group: 'cases', roles: ['admin'] },
];

/** The sections that somebody may see. */
export function sectionsFor(who: Me): Section[] {
  return sections.filter(({ roles }) => roles.includes(who.role));
}

/** Whether there is anything in the settings for somebody. */
export function mayChoose(who: Me): boolean {
  return sectionsFor(who).length > 0;
}
