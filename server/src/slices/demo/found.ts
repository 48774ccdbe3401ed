import type { PeopleHooks } from '../people/index.ts';
import {
  changeAgent,
  changeBrand,
  changeCompany,
  changeLevel,
  changeTeam,
  closeCompany,
  companyDefaults,
  createAgent,
  createCalendar,
  createTeam,
} from '../people/index.ts';
import { noticeGroups } from '@baton/contract';
import { changeMailSettings, createChannel, foundChannel } from '../mail/index.ts';
import { chooseNotices } from '../notices/index.ts';
import { baton } from '../../kernel/actor.ts';
import { plus } from '../../kernel/instant.ts';
import { dayMs } from '../../kernel/duration.ts';
import type { Ctx, Deps } from '../../platform/context.ts';
import { runCommand } from '../../platform/db.ts';
import {
  companyDomain,
  type DemoTeam,
  doors,
  mailHost,
  type Shift,
  shifts,
  teams,
  zone,
} from './company.ts';
import type { Colleague, FoundTeam } from './colleague.ts';
import { foundingTeams } from './store/state.ts';
import { foundTopics, type FoundTopics } from './topics.ts';

export type Founded = {
  people: Colleague[];
  teams: Map<string, FoundTeam>;
  topics: FoundTopics;
};

/** Gives the empty database the company of the demo: people, teams, hours, topics, addresses. */
export async function found(deps: Deps, hooks: PeopleHooks, now: Date): Promise<Founded> {
  return runCommand(deps, baton, async (ctx) => {
    await foundChannel(ctx.tx, now);
    const { headId, defaultBrandId } = await companyDefaults(ctx.tx);
    const people = await hire(ctx, hooks, headId);
    const made = await makeTeams(ctx, people);
    await keepHours(ctx, people, now);
    await changeBrand(ctx, defaultBrandId, {
      name: 'Lindgaard Home',
      address: `support@${companyDomain}`,
      language: 'da',
      zone,
      colour: '#0d5c6b',
    });
    await changeCompany(ctx, { zone, defaultTeam: made.get('Appliances')!.id });
    const topics = await foundTopics(ctx, { people, teams: made });
    for (const { name, address, topics: group } of doors) {
      const topic = group ? topics.groups.get(group)! : null;
      const usual = { team: null, language: null, replyKind: 'plus', aliases: [] } as const;
      await createChannel(ctx, { ...usual, name, address, topic, aliases: [] });
    }
    await changeMailSettings(ctx, { trustedHosts: [mailHost] });
    return { people, teams: made, topics };
  });
}

/** No mail tells them anything: their addresses are nobody's. */
const noMail = Object.fromEntries(noticeGroups.map((group) => [group, { mail: false }]));

async function hire(ctx: Ctx, hooks: PeopleHooks, headId: string): Promise<Colleague[]> {
  const people: Colleague[] = [];
  for (const { name: team, level, members } of teams) {
    for (const member of members) {
      const { shift: _, ...fields } = member;
      const agent = { ...fields, zone, signature: '' };
      const isHead = people.length === 0;
      if (isHead) await changeAgent(ctx, { id: headId, version: null }, agent, hooks);
      const id = isHead ? headId : await createAgent(ctx, { ...agent, teams: [] });
      await chooseNotices(ctx, id, { groups: noMail });
      people.push({ ...member, id, team, level });
    }
  }
  return people;
}

/** The three teams of a fresh installation become ours; the others are added beside them. */
async function makeTeams(ctx: Ctx, people: Colleague[]): Promise<Map<string, FoundTeam>> {
  const made = new Map<string, FoundTeam>();
  const first = await foundingTeams(ctx.tx);
  for (const team of teams) {
    const members = people.filter((one) => one.team === team.name).map(({ id }) => id);
    const above = aboveOf(team, made);
    const fields = {
      name: team.name,
      lead: members[0]!,
      cover: members[1]!,
      members: members.map((agent) => ({ agent, capacity: team.capacity })),
    };
    const there = first.get(team.level);
    first.delete(team.level);
    const id = there ?? (await createTeam(ctx, { ...fields, level: team.level, above }));
    if (there) await changeTeam(ctx, { id: there, version: null }, { ...fields, above });
    made.set(team.name, { id, name: team.name, level: team.level });
  }
  return made;
}

/** What is about goods goes up to the technicians, what is about money to the others. */
function aboveOf({ name, level }: DemoTeam, made: Map<string, FoundTeam>): string | null {
  if (level === 3) return null;
  if (level === 2) return made.get('Executive office')!.id;
  const technical = name === 'Appliances' || name === 'App and accounts';
  return made.get(technical ? 'Technical specialists' : 'Order and money specialists')!.id;
}

/** A calendar per shift, one for the company's own hours, and the days on which nobody works. */
async function keepHours(ctx: Ctx, people: Colleague[], now: Date): Promise<void> {
  const names: Record<Shift, string> = {
    office: 'Office hours',
    early: 'Early shift',
    late: 'Late shift',
    weekend: 'Weekend shift',
  };
  for (const shift of Object.keys(shifts) as Shift[]) {
    const agents = people.filter((one) => one.shift === shift).map(({ id }) => id);
    const uses = { company: shift === 'office', levels: [], teams: [], agents };
    const weekly = shifts[shift];
    await createCalendar(ctx, { name: names[shift], zone, weekly, closed: [], uses });
  }
  await closeCompany(ctx, [
    { day: dayOf(plus(now, 40 * dayMs)), name: 'Company outing' },
    { day: dayOf(plus(now, 120 * dayMs)), name: 'Stocktaking' },
  ]);
  await changeLevel(ctx, 1, { name: 'Front line', holding: { urgent: 'PT8H' } });
  await changeLevel(ctx, 2, { name: 'Specialists', counts: 'working', holdingTime: 'PT16H' });
  await changeLevel(ctx, 3, { name: 'Executive office', counts: 'working' });
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
