import type { CaseFact } from '../events.ts';
import type { CaseState } from './state.ts';

/** What taking a message back makes of a case: as it stood before, where nothing else changed it. */
export function takenBack(
  state: CaseState,
  { restored, firstReplyUnmet }: Extract<CaseFact, { kind: 'withdrawn' }>,
): Partial<CaseState> {
  const unmet = { firstReply: { ...state.firstReply, metAt: null } };
  return { ...restored, ...(firstReplyUnmet ? unmet : {}) };
}
