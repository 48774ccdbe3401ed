import { sql } from 'kysely';
import { openAll, type Opened } from '../../server/src/cli/open.ts';
import { silentLog } from '../../server/src/platform/log.ts';
import { readSettings } from '../../server/src/platform/settings.ts';
import type { Baton } from '../harness/baton.ts';

/** Opens the database of a running Baton beside it, as the command line does. */
export async function openBeside(baton: Baton): Promise<Opened> {
  const settings = readSettings(baton.environment, process.cwd());
  return openAll(settings, { log: silentLog(), asServer: false });
}

/** Columns that hold instants, and by which column a row belongs to a case. */
const instants: [string, string, string[]][] = [
  [
    'cases',
    'id',
    [
      'opened_at',
      'clock_started_at',
      'due_at',
      'warn_at',
      'first_reply_due',
      'first_reply_met_at',
      'resume_at',
      'last_message_at',
    ],
  ],
  ['case_events', 'case_id', ['at']],
  ['messages', 'case_id', ['at', 'delivery_at']],
  ['inbound', 'case_id', ['received_at', 'decided_at']],
  ['outbound', 'case_id', ['created_at', 'sent_at']],
];

/**
 * Lets a case have happened `hours` earlier. Only for pictures: it goes behind the log that never
 * changes, which only the owner of a throw-away database may do.
 */
export async function moveBack(opened: Opened, caseId: string, hours: number): Promise<void> {
  try {
    await moveOnce(opened, caseId, hours);
  } catch (error) {
    // Mail about the case may be on its way out at this moment; then nothing was moved yet.
    if (!(error instanceof Error && 'code' in error && error.code === '40P01')) throw error;
    await moveBack(opened, caseId, hours);
  }
}

async function moveOnce({ deps }: Opened, caseId: string, hours: number): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const [table, key, columns] of instants) {
      const sets = columns.map(
        (column) => sql`${sql.ref(column)} = ${sql.ref(column)} - ${hours} * interval '1 hour'`,
      );
      await sql`update ${sql.table(`baton.${table}`)} set ${sql.join(sets)}
        where ${sql.ref(key)} = ${caseId}`.execute(tx);
    }
  });
}
