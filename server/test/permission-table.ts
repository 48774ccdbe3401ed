import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rank } from '@baton/contract';
import type { Ask, Reply } from './http.ts';
import { newId } from '../src/platform/ids.ts';

const table = join(import.meta.dirname, '..', '..', 'docs', 'permissions.md');

/** One line of the table: which route, in which area, from which rank on. */
export type Route = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  url: string;
  area: string;
  least: Rank | 'public';
};

/** What docs/permissions.md says of every route of the API. */
export async function permissionTable(): Promise<Route[]> {
  let area = '';
  const routes: Route[] = [];
  for (const line of (await readFile(table, 'utf8')).split('\n')) {
    area = /^## (\w+)$/.exec(line)?.[1] ?? area;
    const found = /^\| `(\w+) (\S+)` \| (\w+) \|/.exec(line);
    if (!found) continue;
    const [, method, url, least] = found as unknown as [string, Route['method'], string, Rank];
    routes.push({ method, url, area, least });
  }
  return routes;
}

/** `GET /api/cases/{id}` */
export function nameOf({ method, url }: Pick<Route, 'method' | 'url'>): string {
  return `${method} ${url}`;
}

/** Asks a route with ids that name nothing and an empty body: it cannot do anything. */
export function knock(ask: Ask, { method, url }: Route): Promise<Reply> {
  const path = url.replace('/levels/{id}', '/levels/99').replaceAll(/\{\w+\}/g, newId);
  return ask(method, path, method === 'GET' ? undefined : {});
}

/** How a route received somebody: not known, known but not far enough, or let in. */
export function reception({ status, body }: Reply): 'unknown' | 'refused' | 'let in' {
  if (status === 401) return 'unknown';
  const refused = status === 403 && String(body.detail).startsWith('This asks for the rank');
  return refused ? 'refused' : 'let in';
}
