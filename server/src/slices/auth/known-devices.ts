import { baton } from '../../kernel/actor.ts';
import type { Deps } from '../../platform/context.ts';
import { runCommand } from '../../platform/db.ts';
import type { HttpReply, HttpRequest } from '../../platform/http-types.ts';
import { meetDevice } from './commands/meet-device.ts';
import { devicesIn, giveDevice } from './device-cookie.ts';
import { deviceOfAddress, deviceOfAgent } from './store/devices.ts';

/**
 * The device from which a request comes, when it is known for this agent: by its hash. One that is
 * known for somebody else is none.
 */
export async function deviceFor(
  deps: Deps,
  request: HttpRequest,
  who: { address: string } | { agentId: string },
): Promise<string | null> {
  const hashes = devicesIn(deps, request).map(({ sha256 }) => sha256);
  return 'address' in who
    ? deviceOfAddress(deps.db, who.address, hashes)
    : deviceOfAgent(deps.db, who.agentId, hashes);
}

/** An agent has come in, with nothing lacking: their device is known from now on. */
export async function meet(
  deps: Deps,
  request: HttpRequest,
  reply: HttpReply,
  session: { agentId: string; sessionId: string },
): Promise<void> {
  const presented = devicesIn(deps, request);
  const userAgent = request.headers['user-agent'] ?? null;
  const { ip: address } = request;
  const device = await runCommand(deps, baton, (ctx) =>
    meetDevice(ctx, { ...session, presented, userAgent, address }),
  );
  giveDevice(deps, reply, device);
}
