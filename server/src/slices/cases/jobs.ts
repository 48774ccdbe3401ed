import { performance } from 'node:perf_hooks';
import { baton } from '../../kernel/actor.ts';
import type { Deps } from '../../platform/context.ts';
import { instant, runCommand } from '../../platform/db.ts';
import { lookWhenDue } from '../../platform/when-due.ts';
import { guardClocks, readClocks } from './clock-guard.ts';
import { nextAbsenceWake } from '../people/index.ts';
import { moveStranded, sweepAbsences } from './absence-sweep.ts';
import { alignClocks } from './commands/align-clocks.ts';
import { letTimePass } from './commands/let-time-pass.ts';
import { warnOfTasks } from './commands/warn-of-tasks.ts';
import { nextWake } from './store/lock.ts';
import { nextTaskWake } from './store/tasks.ts';

const batch = 200;
/** The longest time between two looks: a case may have become due earlier than the nearest one. */
const lookEveryMs = 1000;
/** The first look and every tenth is for clocks that still run by an old holding time. */
const alignEvery = 10;
/** Every tenth look is also for cases that had to stay with somebody absent. */
const strandedEvery = 10;
/** How long a look may align them before it lets other things of time have their turn. */
const alignForMs = 1000;
/** How long whoever changed a holding time waits to see all due instants moved. */
const waitToAlignMs = 2000;

/**
 * Moves the clocks that run by an old holding time, batch by batch, until there is none or the
 * time is up.
 * @returns whether there is none any more
 */
export async function alignAllClocks(deps: Deps, withinMs = Infinity): Promise<boolean> {
  const until = performance.now() + withinMs;
  while ((await runCommand(deps, baton, (ctx) => alignClocks(ctx, batch))) > 0) {
    if (performance.now() >= until) return false;
  }
  return true;
}

/**
 * Moves the clocks after a holding time was changed, for two seconds at most and without failing:
 * the change stands, and the sweep does the rest.
 */
export async function alignClocksSoon(deps: Deps): Promise<void> {
  try {
    if (await alignAllClocks(deps, waitToAlignMs)) return;
    deps.log.info('A changed holding time has many cases; their due instants move by and by.');
  } catch (error) {
    deps.log.error({ err: error }, 'Due instants could not be moved at once; trying again.');
  }
}

/** Does everything that time has to do until nothing is due; returns how many cases it touched. */
export async function sweep(deps: Deps): Promise<number> {
  let touched = 0;
  for (const act of [letTimePass, warnOfTasks]) {
    for (let count = batch; count === batch; touched += count) {
      count = await runCommand(deps, baton, (ctx) => act(ctx, batch));
    }
  }
  return touched;
}

/**
 * Lets time pass for as long as the server runs: wakes at the nearest due instant, and every
 * second at least. Stands still after the alarm of the clocks: one that was set must not move
 * every case.
 */
export function startSweep(deps: Deps, read = readClocks) {
  let round = 0;
  let aligned = true;
  const guard = guardClocks(deps, read);
  const look = async () => {
    if (!(await guard.mayRun())) return lookEveryMs;
    const nth = round++;
    await sweepAbsences(deps);
    await sweep(deps);
    if (nth % strandedEvery === 0) await moveStranded(deps);
    if (!aligned || nth % alignEvery === 0) aligned = await alignAllClocks(deps, alignForMs);
    return untilNext(deps);
  };
  const failure = 'The clocks could not be looked after; trying again.';
  const looking = lookWhenDue(deps, lookEveryMs, look, failure);
  /** Cases go up by themselves while it is `running`, that is until the alarm. */
  return { running: () => !guard.alarmed(), stop: looking.stop };
}

async function untilNext(deps: Deps): Promise<number> {
  const waits = [
    await nextWake(deps.db),
    await nextAbsenceWake(deps.db),
    await nextTaskWake(deps.db),
  ];
  const next = waits.filter((at) => at !== null).map((at) => at.getTime());
  if (next.length === 0) return lookEveryMs;
  const now = await instant(deps.db, deps);
  return Math.min(lookEveryMs, Math.max(20, Math.min(...next) - now.getTime()));
}
