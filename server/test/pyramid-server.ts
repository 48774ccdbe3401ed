import { buildApp } from '../src/app.ts';
import { createKey } from '../src/slices/auth/index.ts';
import { afterThisFile } from './cleanup.ts';
import { testDeps } from './deps.ts';
import { askAs, type Ask } from './http.ts';
import { foundPyramid } from './pyramid.ts';

/** The server of a company of three levels, and ways to do things there. */
export async function pyramidServer(sizes: [number, number, number]) {
  const deps = await testDeps();
  const company = await foundPyramid(deps, sizes);
  const app = await buildApp(deps);
  afterThisFile(() => app.close());
  const withKey = async (key: Parameters<typeof createKey>[1]): Promise<Ask> =>
    askAs(app, { authorization: `Bearer ${await createKey(deps, key)}` });
  const admin = await withKey({ name: 'a', role: 'admin' });
  /** As an agent, by a key that acts as them. */
  const as = (agentId: string, role: 'agent' | 'lead' = 'agent') =>
    withKey({ name: agentId, role, agentId });
  /** Opens a case; with its address, and its owner to act as. */
  async function openOne(more: object = {}) {
    const { body } = await admin('POST', '/api/cases', {
      customer: { name: 'Maria', email: 'maria@kuznetsova.example' },
      subject: 'Charged twice',
      text: 'Twice in August.',
      ...more,
    });
    const owner = await as(body.owner.id);
    return { ...body, url: `/api/cases/${body.id}`, owner, ownerId: body.owner.id };
  }
  const eventsOf = async (url: string, kind: string) =>
    (await admin('GET', `${url}/events`)).body.items.filter(
      (one: { kind: string }) => one.kind === kind,
    );
  return { deps, company, admin, as, openOne, eventsOf };
}
