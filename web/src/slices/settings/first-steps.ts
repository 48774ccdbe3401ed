import type {
  Agent,
  Brand,
  Channel,
  Company,
  CompanyClosedDays,
  Health,
  Invitation,
  Template,
  Topic,
} from '@baton/contract';

/** How a company stands, as far as it was set up. */
export type Standing = {
  company: Company;
  brands: Brand[];
  agents: Agent[];
  invitations: Invitation[];
  closedDays: CompanyClosedDays;
  channels: Channel[];
  health: Health;
  topics: Topic[];
  templates: Template[];
};

/** One thing to set up: where, whether it was, and the key of what is to be said of it. */
export type Step = {
  about: 'brand' | 'people' | 'days' | 'address' | 'sending' | 'topics' | 'templates';
  to: string;
  done: boolean;
  says: string;
  with: Record<string, string | number>;
};

/** The name that a brand has in a company just founded. */
const unnamed = 'Baton';

/** What a new company has to say of itself, in the order in which it matters. */
export function firstSteps(standing: Standing): Step[] {
  const { company, brands, closedDays, channels, health, topics, templates } = standing;
  const name = brands.find(({ id }) => id === company.defaultBrand.id)?.name ?? '';
  const address = channels.find((channel) => channel.address !== null)?.address ?? null;
  const out = { relay: 'done', some: 'some', held: 'held' }[health.mailOut];
  const step = (
    about: Step['about'],
    page: string,
    says: string,
    values: Step['with'] = {},
  ): Step => ({
    ...{ about, to: `/settings/${page}`, with: values },
    ...{ done: says === 'done', says: `firstSteps.${about}.${says}` },
  });
  const said = (is: boolean) => (is ? 'done' : 'open');
  return [
    step('brand', 'brands', said(name !== unnamed), { name }),
    step('people', 'people', ...people(standing)),
    step('days', 'calendars', said(closedDays.asked)),
    step('address', 'channels', said(address !== null), { address: address ?? '' }),
    step('sending', 'sending', out),
    step('topics', 'topics', said(topics.length > 0), {
      ...{ count: topics.length, team: company.defaultTeam.name },
    }),
    step('templates', 'templates', said(templates.length > 0), { count: templates.length }),
  ];
}

/** What is to be said of the people, and with how many. */
function people({ agents, invitations }: Standing): [string, Step['with']] {
  const away = new Set(invitations.map(({ agent }) => agent.id));
  const inside = agents.filter(({ active, id }) => active && !away.has(id)).length;
  if (away.size > 0) return ['waiting', { count: away.size }];
  return [inside > 1 ? 'done' : 'open', { count: inside }];
}
