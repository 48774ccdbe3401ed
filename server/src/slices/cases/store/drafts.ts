import type { DraftKind } from '@baton/contract';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db, Tx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';

/** Whose draft, on which case, of which kind: there is one at most. */
export type DraftPlace = { agentId: string; caseId: string; kind: DraftKind };
export type DraftText = { text: string; html: string | null; files: string[] };

/** A draft, locked until the end of the transaction; null when there is none. */
export async function lockDraft(tx: Tx, place: DraftPlace) {
  const row = await drafts(tx, place.agentId)
    .where('d.case_id', '=', place.caseId)
    .where('d.kind', '=', place.kind)
    .forUpdate('d')
    .executeTakeFirst();
  return row ?? null;
}

/** Drafts of an agent, the latest first; of one case, where that is asked for. */
export async function draftsOf(
  db: Db | Tx,
  agentId: string,
  page: { caseId: string | undefined; after: { at: Date; id: string } | null; limit: number },
) {
  let query = drafts(db, agentId);
  if (page.caseId) query = query.where('d.case_id', '=', page.caseId);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(d.updated_at, d.id) < (${at}, ${id}::uuid)`);
  }
  return query.orderBy('d.updated_at', 'desc').orderBy('d.id', 'desc').limit(page.limit).execute();
}
export type DraftRow = Awaited<ReturnType<typeof draftsOf>>[number];

function drafts(db: Db | Tx, agentId: string) {
  return db
    .selectFrom('baton.drafts as d')
    .innerJoin('baton.cases as c', 'c.id', 'd.case_id')
    .select(['d.id', 'd.case_id', 'c.number', 'd.kind', 'd.text', 'd.html', 'd.version'])
    .select('d.updated_at')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('baton.draft_files as df')
          .innerJoin('baton.files as f', 'f.id', 'df.file_id')
          .select(['f.id', 'f.name', 'f.type', 'f.size', 'f.sha256'])
          .whereRef('df.draft_id', '=', 'd.id')
          .orderBy('df.place'),
      ).as('files'),
    )
    .where('d.agent_id', '=', agentId);
}

/** Writes a draft anew, under a new version. */
export async function writeDraft(tx: Tx, place: DraftPlace, draft: DraftText, now: Date) {
  const { agentId, caseId, kind } = place;
  const { rows } = await sql<{ id: string }>`
    insert into baton.drafts as d (id, agent_id, case_id, kind, text, html, updated_at)
    values (${newId()}, ${agentId}, ${caseId}, ${kind}, ${draft.text}, ${draft.html}, ${now})
    on conflict (agent_id, case_id, kind) do update
      set text = excluded.text, html = excluded.html, updated_at = excluded.updated_at,
        version = nextval('baton.draft_versions')
    returning d.id`.execute(tx);
  const { id } = rows[0]!;
  await tx.deleteFrom('baton.draft_files').where('draft_id', '=', id).execute();
  if (draft.files.length === 0) return;
  await tx
    .insertInto('baton.draft_files')
    .values(draft.files.map((file, place) => ({ draft_id: id, file_id: file, place })))
    .execute();
}

/** Ends a draft; with a version, only where it is at that. Tells whether there was one to end. */
export async function deleteDraft(
  tx: Tx,
  { agentId, caseId, kind }: DraftPlace,
  version: number | null,
): Promise<boolean> {
  let query = tx
    .deleteFrom('baton.drafts')
    .where('agent_id', '=', agentId)
    .where('case_id', '=', caseId)
    .where('kind', '=', kind);
  if (version !== null) query = query.where('version', '=', version);
  const { numDeletedRows } = await query.executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Forgets drafts that nobody has touched since an instant, at most `limit`. Returns how many. */
export async function deleteOldDrafts(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from baton.drafts where id in (
      select id from baton.drafts where updated_at < ${before} limit ${limit} for update skip locked)`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
}
