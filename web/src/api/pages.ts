import type { z } from 'zod';
import { ask } from './client.ts';

type Page<T> = { items: T[]; next: string | null };

/** `path`, which may have a query already, with the query `values`; what is undefined or null is left out. */
export function withQuery(
  path: string,
  values: Record<string, string | number | null | undefined>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const text = query.toString();
  if (text === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${text}`;
}

/** All items of a list, page by page, up to `most` (what a person could still read). */
export async function askAll<T>(
  schema: z.ZodType<Page<T>>,
  path: string,
  signal: AbortSignal,
  most = 2000,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await ask(schema, withQuery(path, { limit: 200, cursor }), { signal });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor && items.length < most);
  return items;
}
