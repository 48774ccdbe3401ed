import { uptime } from 'node:os';
import { performance } from 'node:perf_hooks';
import { databaseClock } from '../../platform/clock.ts';
import type { Deps } from '../../platform/context.ts';
import { instant } from '../../platform/db.ts';
import {
  type ClockReading,
  type ClockTrouble,
  compareClocks,
  freshGuard,
} from './rules/clock-guard.ts';

/** Reads the clocks, as near to each other as one question to the database allows. */
export async function readClocks(deps: Deps): Promise<ClockReading> {
  const database = await instant(deps.db, { clock: databaseClock });
  return {
    databaseMs: database.getTime(),
    machineMs: Date.now(),
    monotonicMs: performance.now(),
    // Linux counts sleep here (CLOCK_BOOTTIME, in /proc/uptime). Other systems make it of the wall
    // clock, which would hide just what is looked for.
    sinceStartMs: process.platform === 'linux' ? uptime() * 1000 : null,
  };
}

/** Watches over the clocks of a server, and says in the log what it finds. */
export function guardClocks(deps: Deps, read = readClocks) {
  let guard = freshGuard;
  return {
    alarmed: () => guard.agreedMs !== null,
    /** Looks at the clocks; whether cases may go up by themselves now. */
    async mayRun(): Promise<boolean> {
      const compared = compareClocks(guard, await read(deps));
      ({ guard } = compared);
      const { news } = compared;
      if (news?.kind === 'parted') {
        deps.log.error({ byMs: news.byMs, trouble: news.trouble }, alarm[news.trouble]);
      } else if (news?.kind === 'armed') {
        deps.log.warn('The clocks have agreed for ten minutes: cases go up by themselves again.');
      }
      return guard.agreedMs === null;
    },
  };
}

const standStill =
  'No case goes up by itself until the clocks have agreed for ten minutes: check them now, or ' +
  'stop Baton if they are wrong.';
const alarm: Record<ClockTrouble, string> = {
  database_set: `The clock of the database was set by more than five minutes. ${standStill}`,
  both_set: `The clocks of the database and of this machine were set by more than five minutes. ${standStill}`,
  both_set_or_slept: `This machine slept for more than five minutes, or its clock and the database's were set. ${standStill}`,
};
