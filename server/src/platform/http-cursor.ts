import type { z } from 'zod';
import { fieldRefusal } from './field-refusal.ts';
import { Problem } from './problem.ts';

/** An opaque cursor that holds the sort values of the last item of a page. */
export function cursorOf(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The values in a cursor, checked against `schema`; undefined without one.
 * @throws Problem invalid_request when the cursor is none of ours.
 */
export function readCursor<T extends z.ZodType>(
  cursor: string | undefined,
  schema: T,
): z.output<T> | undefined {
  if (cursor === undefined) return undefined;
  const read = schema.safeParse(parse(cursor));
  if (read.success) return read.data;
  throw new Problem('invalid_request', {
    detail: 'The cursor is not one that this list gave. Start again without a cursor.',
    errors: [fieldRefusal('query.cursor', 'not_a_cursor')],
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Cuts a page out of rows that were read one beyond the limit.
 * `cursor` gives the sort values of an item.
 */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursor: (last: T) => readonly unknown[],
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorOf(cursor(last)) : null };
}
