import { randomBytes } from 'node:crypto';
import { dayMs, secondMs } from '../../kernel/duration.ts';
import type { Deps } from '../../platform/context.ts';
import type { HttpReply, HttpRequest } from '../../platform/http-types.ts';
import { sha256 } from './tokens.ts';

/** A device from which an agent does not come for so long is forgotten. */
export const deviceLifeMs = 180 * dayMs;

/** More of them in one request are not looked at: each costs a signature. */
const lookedAt = 20;

const purpose = 'known device';
const cookieForm = /^(?:__Secure-)?baton\.device\.([\da-f-]{36})=([\w-]{43})\.([\w-]{43})$/;

/** A device as a browser presents it; `sha256` is what is stored of it, and is of this agent only. */
export type PresentedDevice = { agentId: string; token: string; sha256: string };

/** A device that was never seen before, of an agent. */
export function newDevice(agentId: string): PresentedDevice {
  return deviceOf(agentId, randomBytes(32).toString('base64url'));
}

function deviceOf(agentId: string, token: string): PresentedDevice {
  return { agentId, token, sha256: sha256(`${agentId}|${token}`) };
}

/**
 * The devices that a request brings: one for each person who uses this browser. Only what we signed
 * counts, so that forged ones are no work for the database.
 */
export function devicesIn(deps: Deps, request: HttpRequest): PresentedDevice[] {
  return (request.headers.cookie ?? '')
    .split(/; */)
    .map((cookie) => cookieForm.exec(cookie))
    .filter((found) => found !== null)
    .slice(0, lookedAt)
    .filter(([, id, token, mac]) => deps.secrets.verify(purpose, `${id}|${token}`, mac!))
    .map(([, id, token]) => deviceOf(id!, token!));
}

/** Gives a device its cookie, for as long as it stays known without being used. */
export function giveDevice(deps: Deps, reply: HttpReply, device: PresentedDevice): void {
  const { agentId, token } = device;
  const isSecure = new URL(deps.settings.publicUrl).protocol === 'https:';
  const mac = deps.secrets.sign(purpose, `${agentId}|${token}`);
  const cookie = [
    `${isSecure ? '__Secure-' : ''}baton.device.${agentId}=${token}.${mac}`,
    `Max-Age=${deviceLifeMs / secondMs}`,
    'Path=/api',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
  ];
  reply.header('set-cookie', cookie.join('; '));
}
