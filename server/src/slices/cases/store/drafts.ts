import type { DraftKind } from '@baton/contract';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db, Tx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { type Scope, visibleTo } from './scope.ts';

/** Whose draft, on which case, of which kind: there is one at most. */
export type DraftPlace = { agentId: string; caseId: string; kind: DraftKind };
export type DraftText = {
  text: string;
  html: string | null;
  files: string[];
  /** With which it began. */
  template: string | null;
  /** By which its writer knows it; null where Baton wrote it. */
  mark: string | null;
};

const everything: Scope = { all: true };

/**
 * A draft, locked until the end of the transaction; null when there is none, or it was discarded.
 * Whether its writer sees the case, the caller checks.
 */
export async function lockDraft(tx: Tx, place: DraftPlace) {
  const row = await lockEvenDiscarded(tx, place);
  return row?.discarded_at === null ? row : null;
}

/** The same draft, also when it was discarded and can still be brought back. */
export async function lockEvenDiscarded(tx: Tx, place: DraftPlace) {
  const row = await drafts(tx, place.agentId, everything)
    .where('d.case_id', '=', place.caseId)
    .where('d.kind', '=', place.kind)
    .forUpdate('d')
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Drafts of an agent, the latest first; of one case, where that is asked for.
 * @param scope what the agent may see now: of other cases the row tells that they are not seen
 */
export async function draftsOf(
  db: Db | Tx,
  agentId: string,
  scope: Scope,
  page: { caseId?: string | undefined; after: { at: Date; id: string } | null; limit: number },
) {
  let query = drafts(db, agentId, scope).where('d.discarded_at', 'is', null);
  if (page.caseId) query = query.where('d.case_id', '=', page.caseId);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(d.updated_at, d.id) < (${at}, ${id}::uuid)`);
  }
  return query.orderBy('d.updated_at', 'desc').orderBy('d.id', 'desc').limit(page.limit).execute();
}
export type DraftRow = Awaited<ReturnType<typeof draftsOf>>[number];

function drafts(db: Db | Tx, agentId: string, scope: Scope) {
  return db
    .selectFrom('baton.drafts as d')
    .innerJoin('baton.cases as c', 'c.id', 'd.case_id')
    .innerJoin('baton.customers as cu', 'cu.id', 'c.customer_id')
    .select(['d.id', 'd.case_id', 'c.number', 'd.kind', 'd.text', 'd.html', 'd.version'])
    .select(['d.updated_at', 'd.discarded_at', 'd.template_id', 'd.mark', 'd.agent_id'])
    .select(['c.subject', 'c.customer_id', 'cu.name as customer_name'])
    .select(visibleTo(scope).as('sees'))
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('baton.draft_files as df')
          .innerJoin('baton.files as f', 'f.id', 'df.file_id')
          .select(['f.id', 'f.name', 'f.type', 'f.size', 'f.sha256', 'f.created_by'])
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
    insert into baton.drafts as d (id, agent_id, case_id, kind, text, html, template_id, mark, updated_at)
    values (${newId()}, ${agentId}, ${caseId}, ${kind}, ${draft.text}, ${draft.html},
      ${draft.template}, ${draft.mark}, ${now})
    on conflict (agent_id, case_id, kind) do update
      set text = excluded.text, html = excluded.html, template_id = excluded.template_id,
        mark = excluded.mark, updated_at = excluded.updated_at, version = nextval('baton.draft_versions'),
        discarded_at = null
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

/** Ends what was sent: the draft of an agent on a case that is at this version, whatever its kind. */
export async function deleteSentDraft(
  tx: Tx,
  { agentId, caseId, version }: { agentId: string; caseId: string; version: number },
): Promise<void> {
  await tx
    .deleteFrom('baton.drafts')
    .where('agent_id', '=', agentId)
    .where('case_id', '=', caseId)
    .where('version', '=', version)
    .execute();
}

/** A draft by its id, locked, discarded or not; null when it is not this agent's. */
export async function lockOwnDraft(tx: Tx, agentId: string, id: string) {
  const row = await tx
    .selectFrom('baton.drafts')
    .select(['id', 'version', 'discarded_at as discardedAt'])
    .where('agent_id', '=', agentId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Discards a draft, or brings it back with null; whoever wrote on it before is told. */
export async function setDiscarded(tx: Tx, id: string, discardedAt: Date | null): Promise<void> {
  await tx
    .updateTable('baton.drafts')
    .set({ discarded_at: discardedAt, version: sql`nextval('baton.draft_versions')` })
    .where('id', '=', id)
    .execute();
}

/**
 * Forgets drafts that nobody has touched since an instant, and those discarded before another, at
 * most `limit`. Returns how many.
 */
export async function deleteOldDrafts(
  db: Db,
  before: { touched: Date; discarded: Date },
  limit: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from baton.drafts where id in (
      select id from baton.drafts
      where updated_at < ${before.touched} or discarded_at < ${before.discarded}
      limit ${limit} for update skip locked)`.execute(db);
  return Number(numAffectedRows ?? 0);
}
