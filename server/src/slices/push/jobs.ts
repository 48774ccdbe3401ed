import { dayMs, minuteMs, secondMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import type { Deps } from '../../platform/context.ts';
import { inTransaction, instant } from '../../platform/db.ts';
import type { Tasks } from '../../platform/jobs.ts';
import { repeat } from '../../platform/repeat.ts';
import type { Upkeep } from '../../platform/upkeep.ts';
import { addWork } from '../../platform/work.ts';
import { sendPush } from './commands/send-push.ts';
import { pushWork } from './commands/tell-agent.ts';
import { tellAgents } from './commands/tell-agents.ts';
import { forgetPushes, overdueDeliveries } from './store/pushes.ts';

/** The work of pushing, by the name under which it is recorded. */
export const pushTasks: Tasks = {
  'push.send': (deps, { pushId, deviceId }) =>
    sendPush(deps, { pushId: String(pushId), deviceId: String(deviceId) }),
};

const lookEveryMs = 3 * secondMs;
/** A push that was not tried for so long has lost its job. */
const lostAfterMs = 10 * minuteMs;
const recoverEveryMs = 5 * minuteMs;
const batch = 500;

/** Records the work again of pushes that still wait. */
export async function recoverLostPushes(deps: Deps): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const before = plus(await instant(tx, deps), -lostAfterMs);
    const lost = await overdueDeliveries(tx, before, batch);
    await addWork(
      tx,
      lost.map((which) => pushWork(which)),
    );
  });
  deps.wake();
}

/** What was pushed is kept with the notices it told; how it went on each device for a month. */
const pushesKeptMs = 30 * dayMs;

export const forgetOldPushes: Upkeep = ({ db }, now) => forgetPushes(db, plus(now, -pushesKeptMs));

/** Decides what agents are told in their desk and on their devices, for as long as the server runs. */
export function startTelling(deps: Deps): { stop: () => Promise<void> } {
  const looks = [
    repeat(deps, lookEveryMs, () => tellAgents(deps), 'Agents could not be told; trying again.'),
    repeat(
      deps,
      recoverEveryMs,
      () => recoverLostPushes(deps),
      'Lost pushes could not be looked for; trying again.',
    ),
  ];
  return {
    stop: async () => {
      await Promise.all(looks.map((look) => look.stop()));
    },
  };
}
