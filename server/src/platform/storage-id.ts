import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db } from './context.ts';
import { StartError } from './start-error.ts';
import { writeOnce } from './write-once.ts';

/**
 * Ties the file store in `folder` to the database: each holds the same identifier, so that a server
 * started with another folder does not lose sight of every attachment and raw message.
 * @throws StartError when the database belongs to another store.
 */
export async function checkStorageId(db: Db, folder: string): Promise<void> {
  const here = await writeOnce(join(folder, 'storage-id'), randomUUID());
  await sql`
    insert into baton.settings (key, value) values ('storage_id', ${JSON.stringify(here)}::jsonb)
    on conflict (key) do nothing`.execute(db);
  const { rows } = await sql<{ value: string }>`
    select value from baton.settings where key = 'storage_id'`.execute(db);
  if (rows[0]?.value === here) return;
  throw new StartError(
    `The files of this database lie in another folder than ${folder}. Set STORAGE_URL (or DATA_DIR) ` +
      'to the folder that was used before; every server of one database needs the same folder. ' +
      `If it was restored from a backup, its file storage-id must be restored with it ` +
      `(the database expects ${rows[0]?.value}).`,
  );
}
