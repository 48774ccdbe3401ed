import { type RawBuilder, sql } from 'kysely';

/**
 * A column of names in the order in which people read them: numbers by their value, letters with
 * marks beside those without, small ones beside capitals. For `order by` and for cursors.
 */
export function byName(column: string): RawBuilder<string> {
  return sql`${sql.ref(column)} collate baton.by_name`;
}
