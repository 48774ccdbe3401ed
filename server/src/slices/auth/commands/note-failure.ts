import { baton } from '../../../kernel/actor.ts';
import { between } from '../../../kernel/instant.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { newId } from '../../../platform/ids.ts';
import { addWork } from '../../../platform/work.ts';
import { forgottenAfterMs, toldAfter } from '../rules/waiting.ts';
import { lockFailures, setFailures } from '../store/failures.ts';
import { agentOfAddress } from '../store/sign-ins.ts';
import { tellWork } from './meet-device.ts';

/**
 * Counts a wrong password for an address, wherever it came from. Nobody is held up by this count;
 * whoever has the address is told once of many, and again only after a day without any.
 */
export async function noteFailure({ tx, now }: Ctx, key: string, address: string): Promise<void> {
  const before = await lockFailures(tx, key, now);
  const isOver = between(before.lastAt, now) > forgottenAfterMs;
  const count = isOver ? 1 : before.count + 1;
  await setFailures(tx, key, { count, lastAt: now });
  if (count !== toldAfter) return;
  // Looked up by the work: here the same is done for every address.
  await addWork(tx, [{ task: 'auth.failures', payload: { id: newId(), address } }]);
}

/** Tells the agent with an address, if there is one, that somebody tries to come in as them. */
export async function tellFailures(deps: Deps, id: string, address: string): Promise<void> {
  const agentId = await agentOfAddress(deps.db, address);
  if (agentId === null) return;
  await runCommand(deps, baton, async ({ tx, now: at }) => {
    const data = { failures: toldAfter };
    await addWork(tx, [tellWork({ id, agentId, kind: 'sign_in_failures', data, at })]);
  });
}
