import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bareEnvironment } from '../../server/test/environment.ts';
import type { Baton } from '../harness/baton.ts';

const run = promisify(execFile);
const main = join(import.meta.dirname, '..', '..', 'server', 'src', 'main.ts');

/** Asks the API of a running Baton with a key. */
export type Api = <T>(method: string, path: string, body?: unknown) => Promise<T>;

/** A key made on the command line, as an administrator of the machine would. */
export async function apiOf(baton: Baton, role: string, agentId?: string): Promise<Api> {
  const who = agentId ? ['--agent', agentId] : [];
  const { stdout } = await run(
    process.execPath,
    [main, 'token', 'create', '--name', `pictures ${role}`, '--role', role, ...who],
    { env: { ...bareEnvironment, ...baton.environment } },
  );
  const key = stdout.trim().split('\n').at(-1)!;
  return async <T>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${baton.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
}

type Named = { id: string; name: string };
type List<T> = { items: T[] };

/** A small company: Nordlys Broadband, with five people, two topics and an address. */
export async function populate(admin: Api) {
  const [brand] = (await admin<List<Named>>('GET', '/api/brands')).items;
  await admin('PATCH', `/api/brands/${brand!.id}`, { name: 'Nordlys Broadband' });
  const teams = (await admin<List<Named>>('GET', '/api/teams')).items;
  const team = (name: string) => teams.find((one) => one.name === name)!;
  const ana = (await admin<List<Named>>('GET', '/api/agents')).items[0]!;
  const hire = (name: string, address: string, teamName: string) =>
    admin<Named>('POST', '/api/agents', {
      name,
      email: `${address}@nordlys.example`,
      teams: [{ team: team(teamName).id }],
    });
  const tom = await hire('Tom Berg', 'tom', 'Front line');
  await hire('Ioana Radu', 'ioana', 'Front line');
  await hire('李伟', 'li.wei', 'Specialists');
  await hire('Nagy Sára', 'sara', 'Specialists');
  const billing = await admin<Named>('POST', '/api/topics', { name: 'Billing' });
  await admin('POST', '/api/topics', { name: 'Charged twice', parent: billing.id });
  await admin('POST', '/api/topics', { name: 'Connection' });
  await admin('POST', '/api/mail/channels', {
    name: 'Help desk',
    address: 'help@nordlys.example',
  });
  const only = (name: string, agent: Named) =>
    admin('PATCH', `/api/teams/${team(name).id}`, { members: [{ agent: agent.id }] });
  return { ana, tom, only };
}
