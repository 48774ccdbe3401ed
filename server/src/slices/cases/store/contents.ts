import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** Which of these contents messages and files refer to. */
export async function contentsInUse(db: Db, sha256s: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select html_sha256 as sha256 from baton.messages where html_sha256 = any(${sha256s}::text[])
    union select sha256 from baton.files where sha256 = any(${sha256s}::text[])`.execute(db);
  return rows.map((row) => row.sha256);
}

/**
 * Forgets files that were uploaded before an instant and never became part of a message, of a draft
 * or of what is being taken down; at most `limit` of them. Returns how many. One that is being
 * attached right now is locked, and stays.
 */
export async function deleteUnattached(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from baton.files where id in (
      select f.id from baton.files f
      where f.created_at < ${before}
        and not exists (select from baton.message_files mf where mf.file_id = f.id)
        and not exists (select from baton.draft_files df where df.file_id = f.id)
        and not exists (
          select from baton.intakes i where i.ended_at is null and i.said->'files' ? f.id::text)
      limit ${limit} for update of f skip locked)`.execute(db);
  return Number(numAffectedRows ?? 0);
}
