import type { Actor } from '../../../kernel/actor.ts';
import { hourMs } from '../../../kernel/duration.ts';
import { plusWorking, type WorkingTime } from '../../../kernel/working-time.ts';
import type { CaseFact } from '../events.ts';
import { type CaseState, isHeld } from './state.ts';

/** So much working time has a new owner to open the case before the lead hears of it (domain.md). */
const untakenAfterMs = 2 * hourMs;

/** By when whoever is handed a case at `now` is to have opened it, in the hours of their team. */
export function takeBy(now: Date, hours: WorkingTime): Date {
  return plusWorking(hours, now, untakenAfterMs);
}

/** The new owner opens the case for the first time, or acts on it; whoever else does is nobody new. */
export function take(state: CaseState, actor: Actor): CaseFact[] {
  const isNew = state.handoverSeq !== null && state.takenAt === null;
  const isOwner = actor.kind === 'agent' && actor.id === state.ownerId;
  return isNew && isOwner && isHeld(state) ? [{ kind: 'taken' }] : [];
}

/** The new owner has not opened the case in time: the lead hears of it, once. */
export function untaken(state: CaseState, now: Date): CaseFact[] {
  if (!isHeld(state) || !state.untakenAt || state.untakenAt > now) return [];
  const { ownerId, handoverSeq } = state;
  return [{ kind: 'untaken', owner: ownerId ?? '', handover: handoverSeq ?? 0 }];
}
