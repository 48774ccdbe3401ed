import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** Which of these contents are messages as they came in, or stand above the mail of a brand. */
export async function contentsInUse(db: Db, sha256s: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct raw_sha256 as sha256 from baton.inbound
    where raw_sha256 = any(${sha256s}::text[])
    union select logo_sha256 from baton.brands where logo_sha256 = any(${sha256s}::text[])`.execute(
    db,
  );
  return rows.map((row) => row.sha256);
}
