import type { Area, Me, Rank } from '@baton/contract';
import { may } from '../access/may.ts';

/** Under which heading a section of the settings stands. */
export const groups = ['company', 'access', 'mail', 'cases'] as const;

/**
 * One page of the settings: its address, the key of its name, and the rank in an area that it asks
 * for, which is that of the routes behind it.
 */
export type Section = {
  to: string;
  name: string;
  group: (typeof groups)[number];
  area: Area;
  rank: Rank;
};

const section = (
  page: string,
  name: string,
  group: Section['group'],
  area: Area,
  rank: Rank,
): Section => ({ to: `/settings/${page}`, name: `settings.${name}`, group, area, rank });

/** All pages of the settings, in the order in which they are listed. */
export const sections: Section[] = [
  section('company', 'company', 'company', 'People', 'admin'),
  section('brands', 'brands', 'company', 'People', 'admin'),
  section('people', 'people', 'company', 'People', 'lead'),
  section('pyramid', 'pyramid', 'company', 'People', 'lead'),
  section('calendars', 'calendars', 'company', 'People', 'admin'),
  section('levels', 'levels', 'company', 'People', 'admin'),
  section('notices', 'notices', 'company', 'Notices', 'admin'),
  section('notice-ledger', 'noticeLedger', 'company', 'Notices', 'admin'),
  section('sign-in', 'signIn', 'access', 'Access', 'admin'),
  section('roles', 'roles', 'access', 'Access', 'admin'),
  section('keys', 'keys', 'access', 'Access', 'admin'),
  section('access-log', 'accessLog', 'access', 'Access', 'admin'),
  section('audit', 'audit', 'access', 'Access', 'admin'),
  section('drill', 'drill', 'access', 'Access', 'admin'),
  section('channels', 'channels', 'mail', 'Mail', 'lead'),
  section('sending', 'sending', 'mail', 'Mail', 'admin'),
  section('senders', 'senders', 'mail', 'Mail', 'admin'),
  section('mail-limits', 'mailLimits', 'mail', 'Mail', 'admin'),
  section('tiers', 'tiers', 'cases', 'Customers', 'admin'),
  section('topics', 'topics', 'cases', 'People', 'admin'),
  section('topic-rules', 'topicRules', 'cases', 'Cases', 'admin'),
  section('rules', 'rules', 'cases', 'Cases', 'lead'),
  section('templates', 'templates', 'cases', 'Cases', 'lead'),
  section('hand-over-reasons', 'handOverReasons', 'cases', 'Cases', 'admin'),
  section('help-chains', 'helpChains', 'cases', 'People', 'admin'),
];

/** The sections that somebody may see. */
export function sectionsFor(who: Pick<Me, 'ranks'>): Section[] {
  return sections.filter(({ area, rank }) => may(who, area, rank));
}

/** Whether there is anything in the settings for somebody. */
export function mayChoose(who: Pick<Me, 'ranks'>): boolean {
  return sectionsFor(who).length > 0;
}

/** Whether an address of the settings is a page that somebody may see, or no page of them at all. */
export function mayOpen(who: Pick<Me, 'ranks'>, pathname: string): boolean {
  const its = sections.filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return its.every(({ area, rank }) => may(who, area, rank));
}
