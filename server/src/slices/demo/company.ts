import type { Language, Urgency } from '@baton/contract';
import type { WeeklyStretch, Weekday, WorkingTime } from '../../kernel/working-time.ts';
import type { Talk } from './words/index.ts';

/** Who works in the company of the demo, and how it is set up. All addresses end in .example. */

export const companyDomain = 'lindgaard.example';
export const mailHost = `mx.${companyDomain}`;
export const zone = 'Europe/Copenhagen';

export const shifts = {
  office: week([1, 2, 3, 4, 5], '08:30', '16:30'),
  early: week([1, 2, 3, 4, 5], '07:00', '15:00'),
  late: week([1, 2, 3, 4, 5], '12:00', '20:00'),
  weekend: [...week([6, 7], '09:00', '18:00'), ...week([1, 2, 3], '11:00', '19:00')],
};
export type Shift = keyof typeof shifts;

function week(days: Weekday[], from: string, to: string): WeeklyStretch[] {
  return days.map((day) => ({ day, from, to }));
}

/** The hours that somebody of a shift keeps. */
export function hoursOf(shift: Shift): WorkingTime {
  return { zone, weekly: shifts[shift], closed: [] };
}

export type Member = {
  name: string;
  email: string;
  role: 'agent' | 'lead' | 'admin';
  language: Language;
  shift: Shift;
};
export type DemoTeam = { name: string; level: number; capacity: number; members: Member[] };

/** Lead first, then cover; from the top down. The first of all heads the company. */
export const teams: DemoTeam[] = [
  team('Executive office', 3, 40, [
    ['Ingrid Lindgaard', 'da', 'office'],
    ['Mihai Ionescu', 'ro', 'office'],
    ['Zhang Min', 'zh', 'office'],
  ]),
  team('Technical specialists', 2, 25, [
    ['Søren Kjær', 'da', 'office'],
    ['Kovács Eszter', 'hu', 'early'],
    ['Irina Sokolova', 'ru', 'office'],
    ['Liu Wei', 'zh', 'late'],
  ]),
  team('Order and money specialists', 2, 25, [
    ['Ana-Maria Radu', 'ro', 'office'],
    ['Thomas Whitfield', 'en', 'early'],
    ['Szabó Gergő', 'hu', 'late'],
  ]),
  team('Appliances', 1, 15, [
    ['Mette Holm', 'da', 'early'],
    ['Andrei Stan', 'ro', 'office'],
    ['Nagy Réka', 'hu', 'late'],
    ['Pavel Orlov', 'ru', 'office'],
    ['Chen Jing', 'zh', 'early'],
    ['Rachel Moore', 'en', 'weekend'],
  ]),
  team('Orders and delivery', 1, 15, [
    ['Jonas Bech', 'da', 'office'],
    ['Elena Marin', 'ro', 'early'],
    ['Tóth Bence', 'hu', 'weekend'],
    ['Olga Belova', 'ru', 'late'],
    ['Wang Fang', 'zh', 'office'],
    ['Daniel Price', 'en', 'early'],
  ]),
  team('Invoices and refunds', 1, 15, [
    ['Claire Bennett', 'en', 'office'],
    ['Vlad Dumitru', 'ro', 'late'],
    ['Freja Dam', 'da', 'early'],
    ['Horváth Dóra', 'hu', 'weekend'],
  ]),
  team('App and accounts', 1, 15, [
    ['Nikolai Petrov', 'ru', 'office'],
    ['Sara Lund', 'da', 'late'],
    ['Zhao Lei', 'zh', 'early'],
    ['Emily Carter', 'en', 'weekend'],
  ]),
];

function team(
  name: string,
  level: number,
  capacity: number,
  people: [name: string, language: Language, shift: Shift][],
): DemoTeam {
  const members = people.map(([who, language, shift], place): Member => {
    const role = level === 3 && place === 0 ? 'admin' : place === 0 ? 'lead' : 'agent';
    return { name: who, email: `${addressOf(who)}@${companyDomain}`, role, language, shift };
  });
  return { name, level, capacity, members };
}

/** A name as the left side of an address: plain letters, words joined by dots. */
export function addressOf(name: string): string {
  const plain = name.replaceAll('ø', 'o').replaceAll('æ', 'ae').normalize('NFD');
  return plain
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '.');
}

/** The tree of topics: a group, its team, and what customers write about in it. */
export const topics: {
  name: string;
  team: string;
  talk: { key: Talk; name: string; urgency: Urgency | null }[];
}[] = [
  {
    name: 'Appliances',
    team: 'Appliances',
    talk: [
      { key: 'washer', name: 'Washing machines', urgency: null },
      { key: 'coffee', name: 'Coffee machines', urgency: 'low' },
      { key: 'heating', name: 'Heat pumps', urgency: 'high' },
      { key: 'warranty', name: 'Warranty', urgency: null },
    ],
  },
  {
    name: 'Orders',
    team: 'Orders and delivery',
    talk: [
      { key: 'late', name: 'Late or missing', urgency: 'high' },
      { key: 'damaged', name: 'Damaged on arrival', urgency: null },
      { key: 'returns', name: 'Returns', urgency: 'low' },
    ],
  },
  {
    name: 'Money',
    team: 'Invoices and refunds',
    talk: [
      { key: 'invoice', name: 'Invoices', urgency: null },
      { key: 'refund', name: 'Refunds', urgency: 'high' },
    ],
  },
  {
    name: 'App and account',
    team: 'App and accounts',
    talk: [{ key: 'app', name: 'The app', urgency: null }],
  },
];

/** Where mail comes in; `talk` is what is written there, null for everything. */
export const doors: { name: string; address: string; topics: string | null }[] = [
  { name: 'Support', address: `support@${companyDomain}`, topics: null },
  { name: 'Orders', address: `orders@${companyDomain}`, topics: 'Orders' },
  { name: 'Invoices', address: `invoices@${companyDomain}`, topics: 'Money' },
];
