import type { CaseFact } from '../events.ts';
import { runningOf, soonest } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import type { CaseState, Deadline } from './state.ts';
import { warningAt, warningShares } from './warnings.ts';

/** What is to be said of the customer's own deadline at `now`, and when it is spoken of next. */
export type Spoken = {
  fact: 'deadline_near' | 'deadline_missed' | null;
  deadline: Deadline | null;
};

/** The deadline is spoken of ahead of it, and once it has passed; in an open case only. */
export function speakOfDeadline({ deadline }: Pick<CaseState, 'deadline'>, now: Date): Spoken {
  if (!deadline || !reached(deadline.warnAt, now)) return { fact: null, deadline };
  return reached(deadline.at, now)
    ? { fact: 'deadline_missed', deadline: { ...deadline, warnAt: null } }
    : { fact: 'deadline_near', deadline: { ...deadline, warnAt: deadline.at } };
}

/** The fact that a deadline was spoken of to the owner; `next` is when any warning comes next. */
export function deadlineFacts(
  { fact, deadline }: Spoken,
  owner: string | null,
  next: Date | null,
): CaseFact[] {
  if (!fact || !deadline) return [];
  const { at } = deadline;
  return fact === 'deadline_missed'
    ? [{ kind: fact, owner: owner ?? '', at, next }]
    : [{ kind: fact, warned: owner ?? '', at, next }];
}

/**
 * The warnings that are due at `now` on an open case: of its clock (one, even if several were slept
 * through: the latest of them), and of the customer's own deadline.
 */
export function giveWarnings(
  state: CaseState,
  { lead, rule }: { lead: string; rule: ClockRule },
  now: Date,
): CaseFact[] {
  if (state.status !== 'open' || !reached(state.clock.warnAt, now)) return [];
  const running = runningOf(state.clock, rule);
  const { warned } = state.clock;
  const spoken = speakOfDeadline(state, now);
  let nth = warned;
  // The case was woken for one, whatever has become of the recipients' hours since.
  if (!spoken.fact && nth < warningShares.length) nth++;
  while (reached(warningAt(running, rule, nth), now)) nth++;
  const next = soonest(warningAt(running, rule, nth), spoken.deadline?.warnAt ?? null);
  const facts = deadlineFacts(spoken, state.ownerId, next);
  const to = nth === warningShares.length ? lead : (state.ownerId ?? lead);
  return nth > warned ? [...facts, { kind: 'warned', nth, to, next }] : facts;
}

function reached(at: Date | null, now: Date): boolean {
  return at !== null && at.getTime() <= now.getTime();
}
