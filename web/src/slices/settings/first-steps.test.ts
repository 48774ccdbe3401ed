import { describe, expect, it } from 'vitest';
import { firstSteps, type Standing } from './first-steps.ts';

const ref = (id: string) => ({ id, name: id });
const person = (id: string, active = true) => ({ id, active }) as Standing['agents'][number];
const away = (id: string) => ({ agent: ref(id), openUntil: null });

/** As a company stands on its first day. */
const first = {
  company: { defaultBrand: ref('brand'), defaultTeam: { id: 't', name: 'Front line' } },
  brands: [{ id: 'brand', name: 'Baton' }],
  agents: [person('ana')],
  invitations: [],
  closedDays: { days: [], asked: false },
  channels: [{ address: null }],
  health: { mailOut: 'held' },
  topics: [],
  templates: [],
} as unknown as Standing;

const said = (standing: Partial<Standing>) =>
  Object.fromEntries(
    firstSteps({ ...first, ...standing }).map((step) => [step.about, step.says.split('.')[2]]),
  );

describe('the first steps of a company', () => {
  it('are all still to do on the first day', () => {
    expect(firstSteps(first).filter(({ done }) => done)).toEqual([]);
    expect(said({})).toMatchObject({ brand: 'open', people: 'open', sending: 'held' });
  });

  it('name who was added and never came in, before they count who did', () => {
    const agents = [person('ana'), person('tom'), person('gone', false)];
    expect(said({ agents, invitations: [away('tom')] })['people']).toBe('waiting');
    expect(said({ agents })['people']).toBe('done');
    const [, people] = firstSteps({ ...first, agents });
    expect(people?.with).toEqual({ count: 2 });
  });

  it('are done one by one', () => {
    const closedDays = { days: [], asked: true };
    const channels = [{ address: null }, { address: 'help@x.test' }] as Standing['channels'];
    const health = { mailOut: 'relay' } as Standing['health'];
    expect(said({ closedDays, channels, health })).toMatchObject({
      ...{ days: 'done', address: 'done', sending: 'done', topics: 'open' },
    });
    const brands = [{ id: 'brand', name: 'Nordlys' }] as Standing['brands'];
    expect(firstSteps({ ...first, brands })[0]).toMatchObject({
      ...{ done: true, with: { name: 'Nordlys' } },
    });
  });
});
