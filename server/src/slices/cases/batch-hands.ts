import type { Ctx } from '../../platform/context.ts';
import { lastResort, presentStandIn } from './hands.ts';
import { handsOf } from './rules/hands.ts';
import type { Hands } from './rules/hand-over.ts';
import { type Candidate, inOrder, isFull } from './rules/pick.ts';
import type { House, Team } from './store/house.ts';
import { candidatesOf, lockPickRows, notePicked } from './store/pick.ts';

/**
 * Picks owners for many cases of one transaction: loads are computed once per team and counted on
 * in memory. `reserve` comes first and locks the pick rows of all teams in the order of their ids.
 */
export class BatchHands {
  readonly #ctx: Ctx;
  readonly #house: House;
  readonly #except: string[];
  readonly #candidates = new Map<string, Candidate[]>();
  readonly #picked = new Map<string, Set<string>>();

  constructor(ctx: Ctx, house: House, except: string[] = []) {
    this.#ctx = ctx;
    this.#house = house;
    this.#except = except;
  }

  /** @returns the agents of these teams, any of whom may be picked */
  async reserve(teamIds: string[]): Promise<string[]> {
    const ids = [...new Set(teamIds)].filter((id) => !this.#candidates.has(id)).toSorted();
    if (ids.length > 0) await lockPickRows(this.#ctx.tx, ids, this.#except);
    for (const id of ids) {
      this.#candidates.set(id, await candidatesOf(this.#ctx.tx, id, this.#except, this.#ctx.now));
    }
    return [...this.#candidates.values()].flat().map(({ agentId }) => agentId);
  }

  /** The next agent of a reserved team, as `pickHands` would pick. */
  async pick(team: Team): Promise<Hands> {
    const present = await this.pickPresent(team);
    if (present) return present;
    const agent = await lastResort(this.#ctx, this.#house, team, this.#except);
    return handsOf(this.#house, team, agent, false, this.#ctx.now);
  }

  /** The same; null when nobody is present who could receive it. */
  async pickPresent(team: Team): Promise<Hands | null> {
    const next = inOrder(this.#candidates.get(team.id) ?? [])[0];
    if (!next) {
      const agent = await presentStandIn(this.#ctx, this.#house, team, this.#except);
      return agent === null ? null : handsOf(this.#house, team, agent, false, this.#ctx.now);
    }
    const full = isFull(next);
    next.load++;
    next.loadInTeam++;
    next.lastPickedAt = this.#ctx.now;
    this.#picked.set(team.id, (this.#picked.get(team.id) ?? new Set()).add(next.agentId));
    return handsOf(this.#house, team, next.agentId, full, this.#ctx.now);
  }

  /** Notes who was picked; call it once at the end. */
  async note(): Promise<void> {
    for (const [teamId, agents] of this.#picked) {
      await notePicked(this.#ctx.tx, teamId, [...agents], this.#ctx.now);
    }
  }
}
