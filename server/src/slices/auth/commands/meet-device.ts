import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { addWork } from '../../../platform/work.ts';
import { newDevice, type PresentedDevice } from '../device-cookie.ts';
import { deviceOf } from '../rules/device.ts';
import { insertDevice, meetAgain, meetFirst } from '../store/devices.ts';

type Meeting = {
  agentId: string;
  sessionId: string;
  presented: PresentedDevice[];
  userAgent: string | null;
  address: string;
};

/**
 * Notes from which device an agent has come in. From one that is not known for this agent they are
 * told of it, whoever it was, and it is known from now on. Nobody is told of the first one ever: by
 * then whoever was sent the link sees that it was used.
 * @returns the device, for its cookie
 */
export async function meetDevice(ctx: Ctx, meeting: Meeting): Promise<PresentedDevice> {
  const { agentId, sessionId, presented, userAgent, address } = meeting;
  const own = presented.filter((device) => device.agentId === agentId);
  const at = { agentId, sessionId, at: ctx.now };
  const hashes = own.map(({ sha256 }) => sha256);
  const met = await meetAgain(ctx.tx, hashes, at);
  const known = own.find(({ sha256 }) => sha256 === met);
  if (known) return known;
  const device = newDevice(agentId);
  await insertDevice(ctx.tx, device.sha256, at);
  if (await meetFirst(ctx.tx, agentId, ctx.now)) return device;
  const data = { ...deviceOf(userAgent), address };
  await addWork(ctx.tx, [
    tellWork({ id: newId(), agentId, kind: 'new_device', data, at: ctx.now }),
  ]);
  return device;
}

type Told = {
  /** Of the notice: told twice, it stands there once. */
  id: string;
  agentId: string;
  kind: 'new_device' | 'sign_in_failures';
  data: Record<string, unknown>;
  at: Date;
};

/** The work of telling an agent something about their sign-in, which `notices` does. */
export function tellWork({ at, ...told }: Told) {
  return { task: 'notices.tell', payload: { ...told, at: at.toISOString() } };
}
