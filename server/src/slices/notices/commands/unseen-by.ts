import type { Db, Tx } from '../../../platform/context.ts';
import { quietKinds } from '../rules/choices.ts';
import { countUnseen } from '../store/notices.ts';
import { choicesOf } from './choices-of.ts';

/** How many notices an agent has not seen that they want to be told of in the desk. */
export async function unseenBy(db: Db | Tx, agentId: string): Promise<number> {
  return countUnseen(db, agentId, await quietFor(db, agentId));
}

/** The kinds that do not count for an agent as something new. */
export async function quietFor(db: Db | Tx, agentId: string): Promise<string[]> {
  return quietKinds(await choicesOf(db, agentId));
}
