import type { CaseFact, ClockResumption } from '../events.ts';
import type { CaseState, HoldingClock } from './state.ts';

/** The clock of a case after its present pause: as it stands then, and as it goes on. */
type AfterPause = {
  ended: () => HoldingClock;
  resumed: (clock: ClockResumption) => HoldingClock;
};

/** What the facts of merging make of a case; null for every other fact. */
export function mergingChanged(
  state: CaseState,
  fact: CaseFact,
  at: Date,
  pause: AfterPause,
): Partial<CaseState> | null {
  switch (fact.kind) {
    case 'merged':
      return {
        status: 'merged',
        ownerId: null,
        mergedInto: fact.into,
        resumeAt: null,
        closeAt: null,
        clock: stopped(pause.ended(), fact.remainingMs, at),
      };
    case 'unmerged':
      return {
        status: fact.status,
        ownerId: fact.owner,
        mergedInto: null,
        resumeAt: fact.resumeAt,
        closeAt: fact.closeAt,
        remindAt: fact.remindAt,
        clock: fact.clock
          ? pause.resumed(fact.clock)
          : stopped(pause.ended(), state.clock.remainingMs ?? 0, at),
      };
    case 'absorbed':
      return absorbed(state, fact, at);
    default:
      return null;
  }
}

function stopped(clock: HoldingClock, remainingMs: number, at: Date): HoldingClock {
  return { ...clock, due: null, warnAt: null, pausedAt: at, remainingMs };
}

function absorbed(
  state: CaseState,
  fact: Extract<CaseFact, { kind: 'absorbed' }>,
  at: Date,
): Partial<CaseState> {
  const moved = fact.owner !== state.ownerId || fact.level !== state.level;
  return {
    ownerId: fact.owner,
    teamId: fact.team,
    level: fact.level,
    status: fact.status,
    resumeAt: fact.resumeAt,
    clock: fact.clock ?? state.clock,
    deadline: fact.deadlineAt && {
      at: fact.deadlineAt,
      warnAt: fact.deadlineWarnAt,
      missedAt: state.deadline?.missedAt ?? null,
    },
    // Whoever holds the higher one knows it already.
    ...(moved ? { takenAt: at, untakenAt: null, moves: 0 } : {}),
  };
}
