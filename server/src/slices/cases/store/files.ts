import { isAdmin } from '../../../kernel/actor.ts';
import type { Ctx, Db, Tx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';

export type FileRow = { id: string; sha256: string; size: number; name: string; type: string };

/** Records a file as made by whoever acts. */
export async function insertFile({ tx, actor, now }: Ctx, file: FileRow): Promise<void> {
  await tx
    .insertInto('baton.files')
    .values({ ...file, created_at: now, created_by: actor.kind === 'agent' ? actor.id : null })
    .execute();
}

/**
 * Makes sure that files named by an actor are there for them to attach: uploaded, and not yet
 * part of a case that somebody else works on.
 * @throws Problem `unknown_reference` naming the first that is not
 */
export async function assertFiles({ tx, actor }: Ctx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx
    .selectFrom('baton.files as f')
    .select(['f.id', 'f.created_by'])
    .where('f.id', 'in', ids)
    .execute();
  const own = new Set(
    rows
      .filter((row) => row.created_by === null || row.created_by === actor.id || isAdmin(actor))
      .map(({ id }) => id),
  );
  const missing = ids.findIndex((id) => !own.has(id));
  if (missing >= 0) {
    throw new Problem('unknown_reference', {
      errors: [{ path: `files.${missing}`, message: 'no such file of yours; upload it first' }],
    });
  }
}

/** A file with the cases in whose messages it stands. */
export async function fileWithCases(db: Db | Tx, id: string) {
  const file = await db
    .selectFrom('baton.files')
    .select(['id', 'sha256', 'size', 'name', 'type', 'created_by as createdBy'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!file) return null;
  const cases = await db
    .selectFrom('baton.message_files as mf')
    .innerJoin('baton.messages as m', 'm.id', 'mf.message_id')
    .select('m.case_id as id')
    .where('mf.file_id', '=', id)
    .execute();
  return { ...file, caseIds: cases.map((row) => row.id) };
}
