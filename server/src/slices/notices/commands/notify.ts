import type { NoticeKind } from '@baton/contract';
import type { Tx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { insertNotices } from '../store/notices.ts';

/**
 * What one agent is told; `data` holds ids, codes and instants only (invariant 8), or the words that
 * the writer of a rule chose for it.
 */
export type Telling = {
  agentId: string;
  kind: NoticeKind;
  caseId: string | null;
  data?: Record<string, unknown>;
};

/** Tells agents something: it stands in their desk, and goes by mail to who wants that. */
export async function notify(tx: Tx, told: Telling[], at: Date): Promise<void> {
  await insertNotices(
    tx,
    told.map((one) => ({ id: newId(), ...one, data: one.data ?? {}, at })),
  );
}
