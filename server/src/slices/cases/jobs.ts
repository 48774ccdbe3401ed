import { performance } from 'node:perf_hooks';
import { baton } from '../../kernel/actor.ts';
import { minuteMs } from '../../kernel/duration.ts';
import { databaseClock } from '../../platform/clock.ts';
import type { Deps } from '../../platform/context.ts';
import { instant, runCommand } from '../../platform/db.ts';
import { alignClocks } from './commands/align-clocks.ts';
import { letTimePass } from './commands/let-time-pass.ts';
import { nextWake } from './store/lock.ts';

const batch = 200;
/** The longest time between two looks: a case may have become due earlier than the nearest one. */
const lookEveryMs = 1000;
const mayPartMs = 5 * minuteMs;

/** Moves every clock that runs by an old holding time; runs again until there is none. */
export async function alignAllClocks(deps: Deps): Promise<void> {
  while ((await runCommand(deps, baton, (ctx) => alignClocks(ctx, batch))) > 0);
}

/** Does everything that time has to do until nothing is due; returns how many cases it touched. */
export async function sweep(deps: Deps): Promise<number> {
  let touched = 0;
  for (;;) {
    const count = await runCommand(deps, baton, (ctx) => letTimePass(ctx, batch));
    touched += count;
    if (count < batch) return touched;
  }
}

/**
 * Lets time pass for as long as the server runs: wakes at the nearest due instant, and every
 * second at least. Stops with an alarm when the database's wall clock and this machine's
 * monotonic clock part by more than five minutes: a clock that was set must not move every case.
 */
export function startSweep(deps: Deps) {
  let stopped = false;
  let wakeUp = () => {};
  const guard = clockGuard(deps);
  const loop = async () => {
    for (let round = 0; !stopped; round++) {
      try {
        if (await guard.parted()) return;
        await sweep(deps);
        if (round % 10 === 0) await alignAllClocks(deps);
      } catch (error) {
        deps.log.error({ err: error }, 'The clocks could not be looked after; trying again.');
      }
      const delay = await untilNext(deps);
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, delay);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const done = loop();
  return {
    /** Whether the clocks are looked after; false after the alarm. */
    running: () => !guard.alarmed(),
    async stop() {
      stopped = true;
      wakeUp();
      await done;
    },
  };
}

async function untilNext(deps: Deps): Promise<number> {
  try {
    const next = await nextWake(deps.db);
    if (!next) return lookEveryMs;
    const now = await instant(deps.db, deps);
    return Math.min(lookEveryMs, Math.max(20, next.getTime() - now.getTime()));
  } catch {
    // The database is away; the loop's next round says so.
    return lookEveryMs;
  }
}

function clockGuard(deps: Deps) {
  let alarmed = false;
  let seen: { wall: number; monotonic: number } | null = null;
  return {
    alarmed: () => alarmed,
    async parted(): Promise<boolean> {
      const wall = (await instant(deps.db, { clock: databaseClock })).getTime();
      const monotonic = performance.now();
      const apartMs = seen ? Math.abs(wall - seen.wall - (monotonic - seen.monotonic)) : 0;
      seen = { wall, monotonic };
      if (apartMs <= mayPartMs) return false;
      alarmed = true;
      deps.log.error(
        { apartMs },
        'The clock was set by more than five minutes: no case goes up by itself until Baton is ' +
          'restarted. Check the time of the database server, then restart.',
      );
      return true;
    },
  };
}
