import type { Db, Tx } from '../../../platform/context.ts';
import { type Choices, choicesAfter } from '../rules/choices.ts';
import { chosenBy, noticeDefaults } from '../store/choices.ts';

/** What holds for an agent: what they chose, else the company, else how Baton begins. */
export async function choicesOf(db: Db | Tx, agentId: string): Promise<Choices> {
  return choicesAfter((await noticeDefaults(db)).chosen, await chosenBy(db, agentId));
}
