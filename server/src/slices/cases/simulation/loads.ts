import { type CaseState, isHeld } from '../rules/state.ts';
import type { Played } from './played.ts';

/** Who holds which cases, and how many of them are open; kept as cases move. */
export class Loads {
  readonly #held = new Map<string, Set<Played>>();
  readonly #open = new Map<string, number>();

  /** The cases that an agent holds, in the order in which they came. */
  heldBy(agent: string): Played[] {
    return [...(this.#held.get(agent) ?? [])];
  }

  /** How many open cases an agent holds, of one team or of all. */
  open(agent: string, team = ''): number {
    return this.#open.get(`${agent} ${team}`) ?? 0;
  }

  move(played: Played, before: CaseState | null): void {
    if (before) this.#count(before, -1);
    this.#count(played.state, 1);
    const [was, is] = [before && holderOf(before), holderOf(played.state)];
    if (was === is) return;
    if (was) this.#held.get(was)?.delete(played);
    if (is) this.#held.set(is, (this.#held.get(is) ?? new Set()).add(played));
  }

  #count({ status, ownerId, teamId }: CaseState, by: number): void {
    if (status !== 'open' || !ownerId) return;
    for (const team of [teamId, '']) {
      const key = `${ownerId} ${team}`;
      this.#open.set(key, (this.#open.get(key) ?? 0) + by);
    }
  }
}

function holderOf(state: CaseState): string | null {
  return isHeld(state) ? state.ownerId : null;
}
