import type { Tx } from '../../../platform/context.ts';
import { addWork } from '../../../platform/work.ts';

/**
 * The hours that people keep are others from now on: what is held back until they are at work is
 * looked at again.
 * @param agents whose; null: whoever goes by a calendar that changed
 */
export async function hoursChange(tx: Tx, agents: readonly string[] | null): Promise<void> {
  if (agents?.length === 0) return;
  await addWork(tx, [{ task: 'notices.hours', payload: { agents } }]);
}
