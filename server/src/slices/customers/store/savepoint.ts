import { sql } from 'kysely';
import type { Tx } from '../../../platform/context.ts';

/** To here a transaction can be taken back; the same name again means the later one. */
export async function mark(tx: Tx, name: 'row' | 'whole'): Promise<void> {
  if (name === 'row') await sql`savepoint csv_row`.execute(tx);
  else await sql`savepoint csv_whole`.execute(tx);
}

/** What the transaction did since the mark is undone. */
export async function goBack(tx: Tx, name: 'row' | 'whole'): Promise<void> {
  if (name === 'row') await sql`rollback to savepoint csv_row`.execute(tx);
  else await sql`rollback to savepoint csv_whole`.execute(tx);
}
