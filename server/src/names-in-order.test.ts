import { expect, test } from 'vitest';
import { testServer } from '../test/http.ts';

type Named = { id: string; name: string };

/** As people read them: marks beside plain letters, numbers by their value, whatever the case. */
const inOrder = ['Ábel', 'Berta', 'Front line 2', 'front line 3', 'Front line 10', 'Țuică', 'Zoe'];
const asMade = inOrder.toSorted();

test('names stand in the order in which people read them, in lists and from page to page', async () => {
  const { admin } = await testServer();
  const [team] = (await admin('GET', '/api/teams')).body.items;
  const make: Record<string, (name: string, place: number) => object> = {
    '/api/agents': (name, place) => ({ name, email: `agent${place}@example.org` }),
    '/api/teams': (name) => ({ name, level: 1, lead: team.lead.id }),
    '/api/topics': (name) => ({ name }),
    '/api/brands': (name) => ({ name }),
    '/api/calendars': (name) => ({ name, zone: 'UTC' }),
    '/api/organisations': (name) => ({ name }),
    '/api/roles': (name) => ({ name, areas: { Cases: 'agent' } }),
    '/api/templates': (name) => ({ name, text: 'Hello', language: 'en' }),
  };
  const own = ({ name }: Named) => inOrder.includes(name);
  for (const [path, body] of Object.entries(make)) {
    for (const [place, name] of asMade.entries()) {
      const { status } = await admin('POST', path, body(name, place));
      expect([path, name, status]).toEqual([path, name, 201]);
    }
    const listed: Named[] = [];
    let page = (await admin('GET', path)).body;
    if (page.next === undefined) listed.push(...page.items);
    else {
      page = (await admin('GET', `${path}?limit=2`)).body;
      while (page.next) {
        listed.push(...page.items);
        page = (await admin('GET', `${path}?limit=2&cursor=${page.next}`)).body;
      }
      listed.push(...page.items);
    }
    expect([path, listed.filter(own).map(({ name }) => name)]).toEqual([path, inOrder]);
  }
});

test('so do those who have not come in yet', async () => {
  const { admin } = await testServer();
  for (const [place, name] of asMade.entries()) {
    await admin('POST', '/api/agents', { name, email: `agent${place}@example.org` });
  }
  const { items } = (await admin('GET', '/api/invitations')).body;
  const names = items.map(({ agent }: { agent: Named }) => agent.name);
  expect(names.filter((name: string) => inOrder.includes(name))).toEqual(inOrder);
});

test('so do the people of a team and the teams of a person', async () => {
  const { admin } = await testServer();
  const [one, lead] = [
    (await admin('GET', '/api/teams')).body.items[0],
    (await admin('GET', '/api/agents')).body.items[0],
  ];
  const agents: string[] = [];
  for (const name of ['Agent 10', 'Agent 9', 'agent 1']) {
    const email = `${name.replace(' ', '')}@example.org`;
    agents.push((await admin('POST', '/api/agents', { name, email })).body.id);
  }
  const members = agents.map((agent) => ({ agent }));
  for (const name of ['Line 10', 'Line 2']) {
    await admin('POST', '/api/teams', { name, level: one.level, lead: lead.id, members });
  }
  const { items } = (await admin('GET', '/api/teams')).body;
  const team = items.find(({ name }: Named) => name === 'Line 2');
  const names = team.members.map(({ agent }: { agent: Named }) => agent.name);
  expect(names.filter((name: string) => /agent/i.test(name))).toEqual([
    'agent 1',
    'Agent 9',
    'Agent 10',
  ]);
  const teams = (await admin('GET', `/api/agents/${agents[0]}`)).body.teams;
  expect(teams.map((member: { team: Named }) => member.team.name)).toEqual(['Line 2', 'Line 10']);
});
