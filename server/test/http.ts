import { buildApp } from '../src/app.ts';
import type { App } from '../src/platform/http-types.ts';
import { createKey } from '../src/slices/auth/index.ts';
import { foundCompany } from '../src/slices/people/index.ts';
import { afterThisFile } from './cleanup.ts';
import { type TestDeps, testDeps } from './deps.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD' | 'OPTIONS';
export type Reply = {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of all shapes
  body: any;
};
export type Ask = (
  method: Method,
  url: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>;

/** Asks the server as somebody: `headers` say who. */
export function askAs(app: App, who: Record<string, string>): Ask {
  return async (method, url, body, headers = {}) => {
    const answer = await app.inject({
      method,
      url,
      headers: { ...who, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: isJson ? answer.json() : answer.body,
    };
  };
}

/** A freshly founded company with its server, which does not listen, and an administrator's key. */
export async function testServer(environment: Record<string, string> = {}): Promise<{
  deps: TestDeps;
  app: App;
  /** As a key with the role of an administrator. */
  admin: Ask;
  /** As nobody. */
  stranger: Ask;
  /** As a key with a role, acting as an agent if one is given. */
  as: (role: 'reader' | 'agent' | 'lead' | 'admin', agentId?: string) => Promise<Ask>;
}> {
  const deps = await testDeps(environment);
  await foundCompany(deps);
  const app = await buildApp(deps);
  afterThisFile(() => app.close());
  const as = async (role: 'reader' | 'agent' | 'lead' | 'admin', agentId?: string) => {
    const key = { name: `a ${role}`, role, ...(agentId === undefined ? {} : { agentId }) };
    return askAs(app, { authorization: `Bearer ${await createKey(deps, key)}` });
  };
  return { deps, app, admin: await as('admin'), stranger: askAs(app, {}), as };
}
