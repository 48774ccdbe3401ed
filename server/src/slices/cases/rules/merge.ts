import { type Decision, refuse, type Refusal } from '../../../kernel/decision.ts';
import { hourMs } from '../../../kernel/duration.ts';
import { earlier, later, plus } from '../../../kernel/instant.ts';
import type { CaseFact } from '../events.ts';
import { resumed } from './apply.ts';
import type { ClockRule } from './clock-rule.ts';
import { remainingMs, resumeClock } from './clock.ts';
import type { CaseState, HoldingClock } from './state.ts';

type Absorbed = Extract<CaseFact, { kind: 'absorbed' }>;
type Merged = Extract<CaseFact, { kind: 'merged' }>;
/** By which rule the clock of a case runs. */
type RuleOf = (state: CaseState) => ClockRule;

/** What was waiting or solved when it was merged goes on so for this long at least. */
const restoredForMs = 4 * hourMs;

/**
 * Two cases turn out to be one (domain.md, Who gets the case): `from` has no owner and no clock any
 * more; `into`, the survivor, takes the place of the two that stands higher, and at the same height
 * the one that is due earlier, with its whole clock: no third one is made up (invariant 3). Whoever
 * waits or is solved brings the clock with which it would go on now.
 * @returns the facts of both cases, or why they cannot be merged
 */
export function merge(
  from: CaseState,
  into: CaseState,
  ruleOf: RuleOf,
  now: Date,
): { from: CaseFact[]; into: CaseFact[] } | Refusal {
  const refused = refusalOf(from, into);
  if (refused) return refused;
  const merged: Merged = {
    kind: 'merged',
    into: into.id,
    owner: from.ownerId!,
    was: from.status as Merged['was'],
    resumeAt: from.resumeAt,
    closeAt: from.closeAt,
    remindAt: from.remindAt,
    remainingMs: remainingMs(from.clock, ruleOf(from), now),
  };
  const absorbed: Absorbed = {
    kind: 'absorbed',
    case: from.id,
    informed: [...new Set([from.ownerId!, from.firstTakerId])],
    ...placeOf(from, into, ruleOf, now),
  };
  const stakes: CaseFact[] =
    from.highStakes && !into.highStakes ? [{ kind: 'high_stakes_set', is: true }] : [];
  return { from: [merged], into: [absorbed, ...stakes] };
}

function refusalOf(from: CaseState, into: CaseState): Refusal | null {
  if (from.id === into.id) return refuse('wrong_status', 'A case cannot be merged into itself.');
  if (from.status === 'merged') {
    return refuse('wrong_status', 'The case was merged already; take that back first.');
  }
  if (into.status === 'merged') {
    return refuse(
      'wrong_status',
      'That case was merged into another one itself; merge into that other one.',
    );
  }
  for (const { status } of [from, into]) {
    if (!['open', 'waiting', 'solved'].includes(status)) {
      return refuse('wrong_status', `A case that is ${status.replace('_', ' ')} is not merged.`);
    }
  }
  if (into.status === 'solved' && from.status !== 'solved') {
    return refuse(
      'wrong_status',
      'That case is solved and this one is not. Open that one again first, or merge it into this.',
    );
  }
  return null;
}

type Place = Omit<Absorbed, 'kind' | 'case' | 'informed'>;

/** Where the survivor stands from now on, in whose hands, and by which clock. */
function placeOf(from: CaseState, into: CaseState, ruleOf: RuleOf, now: Date): Place {
  const { ownerId: owner, teamId: team, level, status, resumeAt } = into;
  const stays: Place = {
    owner: owner!,
    team,
    level,
    status: status as Place['status'],
    resumeAt,
    clock: null,
    deadlineAt: into.deadline?.at ?? null,
    deadlineWarnAt: into.deadline?.warnAt ?? null,
  };
  if (from.status === 'solved') return stays;
  const runs = from.status === 'open' || into.status === 'open';
  const clockOf = (state: CaseState) =>
    runs && state.clock.pausedAt
      ? resumed(state, resumeClock(state, ruleOf(state), now), now)
      : state.clock;
  const theirs = clockOf(from);
  const own = clockOf(into);
  const higher = from.level > into.level;
  const takes = higher || (from.level === into.level && endsAt(theirs, now) < endsAt(own, now));
  const hands = higher ? { owner: from.ownerId!, team: from.teamId, level: from.level } : {};
  const deadline = firstDeadline(from, into);
  const clock = takes ? theirs : own;
  return {
    ...stays,
    ...hands,
    status: runs ? 'open' : 'waiting',
    resumeAt: runs ? null : earlier(from.resumeAt!, into.resumeAt!),
    clock: warnedOf(clock, runs ? (deadline?.warnAt ?? null) : null),
    deadlineAt: deadline?.at ?? null,
    deadlineWarnAt: deadline?.warnAt ?? null,
  };
}

/** When a clock would run out, as far as can be told now. */
function endsAt(clock: HoldingClock, now: Date): number {
  return (clock.due ?? plus(now, clock.remainingMs ?? 0)).getTime();
}

function firstDeadline(from: CaseState, into: CaseState): CaseState['deadline'] {
  if (!from.deadline || !into.deadline) return from.deadline ?? into.deadline;
  return from.deadline.at < into.deadline.at ? from.deadline : into.deadline;
}

function warnedOf(clock: HoldingClock, at: Date | null): HoldingClock {
  if (!at || (clock.warnAt && clock.warnAt <= at)) return clock;
  return { ...clock, warnAt: at };
}

/**
 * They are two cases after all: the merged one is as it was, with at least four hours. The survivor
 * stays where it stands, for nothing moves down by itself.
 * @param was the fact by which it was merged
 * @param hands the last owner, or an heir where that one cannot hold it
 */
export function unmerge(
  state: CaseState,
  was: Merged,
  hands: string,
  rule: ClockRule,
  now: Date,
): Decision<CaseFact> {
  if (state.status !== 'merged') {
    return refuse('wrong_status', `The case is ${state.status.replace('_', ' ')}, not merged.`);
  }
  const atLeast = plus(now, restoredForMs);
  const closeAt = was.closeAt && later(was.closeAt, atLeast);
  const remindAt = was.remindAt && later(was.remindAt, now);
  return [
    {
      kind: 'unmerged',
      from: state.mergedInto ?? '',
      owner: hands,
      status: was.was,
      clock: was.was === 'open' ? resumeClock(state, rule, now) : null,
      resumeAt: was.resumeAt && later(was.resumeAt, atLeast),
      closeAt,
      remindAt: remindAt && closeAt && remindAt < closeAt ? remindAt : null,
    },
  ];
}

/** The survivor hears that a case has left it again; nothing of its own changes. */
export function release(caseId: string): CaseFact[] {
  return [{ kind: 'released', case: caseId }];
}
