import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { addWork } from '../../../platform/work.ts';
import { casesNamed } from '../../cases/index.ts';
import {
  choicesOf,
  decideAll,
  holdPush,
  isPressing,
  lockUndecided,
  markPushed,
  settleDesk,
  suppressPush,
  type Telling,
  type UndecidedNotice,
} from '../../notices/index.ts';
import { agentById, isLockedOut, workingTimeOf } from '../../people/index.ts';
import { devicesOf } from '../store/devices.ts';
import { insertPush } from '../store/pushes.ts';

type Cases = Map<string, Awaited<ReturnType<typeof casesNamed>>[number]>;

/**
 * Decides about everything that an agent was told and that was not decided: whether it counts in
 * their desk, and whether it goes to their devices, all of it in one push, now or when they are at
 * work.
 */
export async function tellAgent(ctx: Ctx, agentId: string): Promise<void> {
  const { tx, now } = ctx;
  const notices = await lockUndecided(tx, agentId, now);
  const found = await agentById(tx, agentId);
  if (!found || notices.length === 0) return;
  const active = found.active && !(await isLockedOut(tx, agentId));
  const actor = { kind: 'agent', id: agentId, role: found.role } as const;
  const ids = [...new Set(notices.flatMap(({ caseId }) => caseId ?? []))];
  const cases: Cases = new Map((await casesNamed(tx, actor, ids)).map((one) => [one.id, one]));
  const hours = await workingTimeOf(tx, agentId);
  const agent = { active, choices: await choicesOf(tx, agentId), hours };
  const devices = (await devicesOf(tx, agentId)).map(({ id }) => id);

  const fresh = notices.filter(({ deskState }) => deskState === 'queued');
  const desk = decideAll(
    'desk',
    fresh.map((one) => tellingOf(one, cases, true)),
    agent,
    now,
  );
  await settleDesk(tx, desk.told, null);
  for (const { ids: of, outcome } of desk.rest) {
    if (outcome.state === 'suppress') await settleDesk(tx, of, outcome.why);
  }

  const waiting = notices.map((one) => tellingOf(one, cases, devices.length > 0));
  const { told, rest } = decideAll('push', waiting, agent, now);
  for (const { ids: of, outcome } of rest) {
    if (outcome.state === 'suppress') await suppressPush(tx, of, outcome.why, now);
    if (outcome.state === 'hold') await holdPush(tx, of, outcome.until);
  }
  const pressing = waiting.some(
    ({ id, kind, ofPressingCase }) => told.includes(id) && isPressing(kind, ofPressingCase),
  );
  if (told.length > 0) await putInPush(ctx, { agentId, pressing }, told, devices);
}

function tellingOf(
  { caseId, pushFrom, ...notice }: UndecidedNotice,
  cases: Cases,
  anyDevice: boolean,
): Telling {
  const about = caseId === null ? undefined : cases.get(caseId);
  const outOfSight = caseId !== null && !about ? 'out_of_sight' : null;
  const ofPressingCase = about?.pressing ?? false;
  const obstacle = anyDevice ? outOfSight : 'no_device';
  return { ...notice, heldUntil: pushFrom, ofPressingCase, obstacle };
}

async function putInPush(
  { tx, now: at }: Ctx,
  to: { agentId: string; pressing: boolean },
  told: string[],
  deviceIds: string[],
): Promise<void> {
  const id = newId();
  await insertPush(tx, { id, ...to, at }, deviceIds);
  await markPushed(tx, told, id);
  await addWork(
    tx,
    deviceIds.map((deviceId) => pushWork({ pushId: id, deviceId })),
  );
}

/** The work of pushing to one device; asked for twice, it is done once. */
export function pushWork(which: { pushId: string; deviceId: string }, runAt?: Date) {
  const key = `push.send:${which.pushId}:${which.deviceId}`;
  const work = { task: 'push.send', payload: which, key };
  return runAt ? { ...work, runAt } : work;
}
