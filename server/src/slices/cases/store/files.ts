import { isAdmin } from '../../../kernel/actor.ts';
import type { Ctx, Db, Tx } from '../../../platform/context.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { seesOneOf } from './read.ts';
import { scopeOf } from './scope.ts';

export type FileRow = { id: string; sha256: string; size: number; name: string; type: string };

/** Records a file as made by whoever acts. */
export async function insertFile({ tx, actor, now }: Ctx, file: FileRow): Promise<void> {
  await tx
    .insertInto('baton.files')
    .values({ ...file, created_at: now, created_by: 'role' in actor ? actor.id : null })
    .execute();
}

/**
 * Makes sure that files named by an actor are there for them to attach: their own uploads, or
 * files of a case that they see. Attaching another's file would open it to them.
 * @throws Problem `unknown_reference` naming the first that is not
 */
export async function assertFiles(
  { tx, actor }: Ctx,
  ids: string[],
  field = 'files',
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx
    .selectFrom('baton.files as f')
    .select(['f.id', 'f.created_by'])
    .where('f.id', 'in', ids)
    .execute();
  const scope = await scopeOf(tx, actor);
  for (const [place, id] of ids.entries()) {
    const row = rows.find((one) => one.id === id);
    if (row && (row.created_by === actor.id || isAdmin(actor))) continue;
    if (row && (await seesOneOf(tx, scope, await casesWith(tx, id)))) continue;
    throw unknownReference(`${field}.${place}`, 'unknown_file');
  }
}

/** A file, whoever asks for it; null when there is none. */
export async function fileById(db: Db | Tx, id: string): Promise<FileRow | null> {
  const file = await db
    .selectFrom('baton.files')
    .select(['id', 'sha256', 'size', 'name', 'type'])
    .where('id', '=', id)
    .executeTakeFirst();
  return file ?? null;
}

/** Files by their ids, in that order. */
export async function filesByIds(db: Db | Tx, ids: string[]): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('baton.files')
    .select(['id', 'sha256', 'size', 'name', 'type'])
    .where('id', 'in', ids)
    .execute();
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** A file with the cases in whose messages it stands. */
export async function fileWithCases(db: Db | Tx, id: string) {
  const file = await db
    .selectFrom('baton.files')
    .select(['id', 'sha256', 'size', 'name', 'type', 'created_by as createdBy'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!file) return null;
  return { ...file, caseIds: await casesWith(db, id) };
}

/** The files of a message, in their order. */
export async function filesOfMessage(tx: Tx, messageId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('baton.message_files')
    .select('file_id')
    .where('message_id', '=', messageId)
    .orderBy('place')
    .execute();
  return rows.map((row) => row.file_id);
}

async function casesWith(db: Db | Tx, fileId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('baton.message_files as mf')
    .innerJoin('baton.messages as m', 'm.id', 'mf.message_id')
    .select('m.case_id as id')
    .distinct()
    .where('mf.file_id', '=', fileId)
    .execute();
  return rows.map((row) => row.id);
}
