import type { CaseEvent } from '../events.ts';
import type { House } from '../rules/house.ts';
import type { CaseState } from '../rules/state.ts';

/** A case that is played, with everything that happened to it. */
export type Played = {
  id: string;
  customer: string;
  state: CaseState;
  events: CaseEvent[];
  /** How often it was noted when time, and when its owner, does something next: only the last counts. */
  wakes: number;
  acts: number;
  /** What was last found to hold of it: the same state by the same settings holds again. */
  proved: { state: CaseState; house: House } | null;
};
