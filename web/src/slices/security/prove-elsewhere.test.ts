import { areas, type Me } from '@baton/contract';
import { afterEach, expect, test, vi } from 'vitest';
import { pageIsOf } from '../../api/page-agent.ts';
import { tellSignedIn } from '../../api/signed-in.ts';
import { onProvedElsewhere } from './prove-elsewhere.ts';

afterEach(() => vi.unstubAllGlobals());

const ana = '01890000-0000-7000-8000-00000000000a';
const ben = '01890000-0000-7000-8000-00000000000b';

const who = (id: string): Me => ({
  kind: 'agent',
  name: 'Ana',
  role: 'agent',
  ranks: Object.fromEntries(areas.map((one) => [one, 'agent'])) as Me['ranks'],
  agent: {
    id,
    name: 'Ana',
    email: 'ana@example.org',
    role: 'agent',
    language: 'en',
    zone: 'UTC',
    signature: '',
    active: true,
    present: true,
    absentUntil: null,
    teams: [],
    createdAt: '2026-03-04T10:24:00.000Z',
    disabledAt: null,
    version: 1,
  },
});

test('a dangerous act goes on only where the agent of the page has proved who they are', async () => {
  let isIn = ben;
  const asked = vi.fn<() => Promise<Response>>(async () => Response.json(who(isIn)));
  vi.stubGlobal('fetch', asked);
  pageIsOf(ana);
  const act = vi.fn<() => void>();
  const stop = onProvedElsewhere(act);
  // A page that was opened proves nothing.
  tellSignedIn('opened');
  tellSignedIn('proved');
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
  await Promise.all(asked.mock.results.map(({ value }) => value));
  expect(act).not.toHaveBeenCalled();
  isIn = ana;
  tellSignedIn('proved');
  await vi.waitFor(() => expect(act).toHaveBeenCalledOnce());
  expect(asked).toHaveBeenCalledTimes(2);
  stop();
});
