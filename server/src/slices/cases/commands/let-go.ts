import type { Tx } from '../../../platform/context.ts';
import { lockMessage, setLetGo } from '../store/messages.ts';

/**
 * Whether a message may leave at an instant: from then on nobody takes it back. Whoever asks must
 * settle it in the same transaction.
 */
export async function letGo(
  tx: Tx,
  messageId: string,
  now: Date,
): Promise<'gone' | 'withdrawn' | { heldUntil: Date }> {
  const row = await lockMessage(tx, messageId);
  if (!row || row.withdrawn_at) return 'withdrawn';
  if (!row.not_before) return 'gone';
  if (now < row.not_before) return { heldUntil: row.not_before };
  await setLetGo(tx, messageId);
  return 'gone';
}
