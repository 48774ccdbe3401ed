import { baton } from '../../kernel/actor.ts';
import { secondMs } from '../../kernel/duration.ts';
import type { Deps } from '../../platform/context.ts';
import { runCommand } from '../../platform/db.ts';
import type { HttpReply, HttpRequest } from '../../platform/http-types.ts';
import { networkOf } from '../../platform/network.ts';
import { noteFailure } from './commands/note-failure.ts';
import { takeTry } from './commands/take-try.ts';
import { deleteFailures } from './store/failures.ts';
import { refuse } from './throttle.ts';

/** What is stored is a signature: people type their passwords where their address belongs. */
const keyOf = (deps: Deps, ...parts: string[]) =>
  deps.secrets.sign('sign-in failures', JSON.stringify(parts));

/**
 * Under what failures to sign in by an address count: by the device where it is known for its
 * agent, else by the network. So nobody keeps anybody out from anywhere else.
 */
export function failuresOf(
  deps: Deps,
  request: HttpRequest,
  address: string,
  device: string | null,
): string {
  const from = device === null ? ['network', networkOf(request.ip)] : ['device', device];
  return keyOf(deps, address.toLowerCase(), ...from);
}

/**
 * Lets somebody try under `key`, or has them wait, longer from failure to failure.
 * @throws Problem too_many_requests; the answer then says when to try again
 */
export async function refuseTooSoon(deps: Deps, reply: HttpReply, key: string): Promise<void> {
  const leftMs = await runCommand(deps, baton, (ctx) => takeTry(ctx, key));
  if (leftMs > 0) refuse(reply, Math.ceil(leftMs / secondMs));
}

/** After a try: one that went well forgives those before it, one that did not counts as wrong. */
export async function settleTry(
  deps: Deps,
  key: string,
  address: string,
  isRight: boolean,
): Promise<void> {
  if (isRight) return deleteFailures(deps.db, key);
  const whole = keyOf(deps, address.toLowerCase());
  await runCommand(deps, baton, (ctx) => noteFailure(ctx, whole, address));
}
