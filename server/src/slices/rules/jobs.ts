import { z } from 'zod';
import { baton } from '../../kernel/actor.ts';
import { minuteMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import type { Deps } from '../../platform/context.ts';
import { instant, inTransaction, runCommand } from '../../platform/db.ts';
import type { Tasks } from '../../platform/jobs.ts';
import type { Upkeep } from '../../platform/upkeep.ts';
import { lookWhenDue } from '../../platform/when-due.ts';
import { addWork } from '../../platform/work.ts';
import { actOnEvent } from './commands/act-on-event.ts';
import { actInTime, allWaits, setAllWaits, setWaits } from './commands/set-waits.ts';
import { dueWaits, nextWait, postpone } from './store/waits.ts';

const ofEvent = z.object({ caseId: z.uuid(), seq: z.number().int() });
const ofCase = z.object({ caseId: z.uuid() });
const ofPart = z.object({ after: z.number().int() });

/** What follows from events that rules hear of. */
export const tasks: Tasks = {
  'rules.event': async (deps, payload) => actOnEvent(deps, ofEvent.parse(payload)),
  'rules.waits': async (deps, payload) => {
    const { caseId } = ofCase.parse(payload);
    await runCommand(deps, baton, (ctx) => setWaits(ctx, caseId));
  },
  'rules.all-waits': async (deps, payload) => setAllWaits(deps, ofPart.parse(payload).after),
};

/** Once a day for what settings changed about time without an event on the case. */
export const setWaitsAnew: Upkeep = async (deps) => {
  await inTransaction(deps.db, (tx) => addWork(tx, [allWaits()]));
};

const batch = 100;
/** The longest time between two looks. */
const lookEveryMs = 1000;

/** Lets every rule act whose time has come; returns how many cases were looked at. */
export async function sweepRules(deps: Deps): Promise<number> {
  let looked = 0;
  for (;;) {
    const due = await dueWaits(deps.db, await instant(deps.db, deps), batch);
    for (const one of due) await tryInTime(deps, one);
    looked += due.length;
    if (due.length < batch) return looked;
  }
}

/** One that fails, for whatever reason, keeps no other waiting: it is tried again in a minute. */
async function tryInTime(deps: Deps, one: { caseId: string; ruleId: string }): Promise<void> {
  try {
    await actInTime(deps, one);
  } catch (error) {
    deps.log.error({ err: error, ...one }, 'A rule could not look at a case; trying again.');
    await postpone(deps.db, one, plus(await instant(deps.db, deps), minuteMs));
  }
}

/**
 * Looks for as long as the server runs at what is due by rules. Stands still while `mayRun` says
 * so: after the alarm of the clocks nothing happens by time.
 */
export function startRuleSweep(deps: Deps, mayRun: () => boolean) {
  const look = async () => {
    if (!mayRun()) return lookEveryMs;
    await sweepRules(deps);
    return untilNext(deps);
  };
  const failure = 'Rules that count time could not act; trying again.';
  return lookWhenDue(deps, lookEveryMs, look, failure);
}

async function untilNext(deps: Deps): Promise<number> {
  const next = await nextWait(deps.db);
  if (!next) return lookEveryMs;
  const now = await instant(deps.db, deps);
  return Math.min(lookEveryMs, Math.max(20, next.getTime() - now.getTime()));
}
