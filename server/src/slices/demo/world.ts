import type { Actor } from '../../kernel/actor.ts';
import { minuteMs, secondMs } from '../../kernel/duration.ts';
import { TravellingClock } from '../../platform/clock.ts';
import type { Ctx, Deps } from '../../platform/context.ts';
import { runCommand } from '../../platform/db.ts';
import type { Tasks } from '../../platform/jobs.ts';
import { Problem } from '../../platform/problem.ts';
import type { Random } from '../cases/index.ts';
import type { Colleague } from './colleague.ts';
import type { Founded } from './found.ts';
import { type DemoWork, takeAllWork, takeWork } from './store/work.ts';

/** Something that is going to happen. */
type Coming = { at: Date; act: (now: Date) => Promise<void> };

/** What is to happen is looked at in stretches of this length; within one, several act at once. */
export const stretchMs = 15 * minuteMs;
/** So many act at once: more would only wait for the database. */
const atOnce = 6;

/** The company while it is played: what is coming, and the way in which anything is done. */
export class World {
  readonly founded: Founded;
  readonly random: Random;
  readonly #deps: Deps;
  readonly #tasks: Tasks;
  readonly #coming = new Map<number, Coming[]>();
  readonly #lastOf = new Map<string, number>();
  readonly #turns = new Map<string, Promise<void>>();

  constructor(deps: Deps, tasks: Tasks, founded: Founded, random: Random) {
    this.#tasks = tasks;
    this.#deps = deps;
    this.founded = founded;
    this.random = random;
  }

  get db() {
    return this.#deps.db;
  }

  agent(id: string): Colleague {
    return this.founded.people.find((one) => one.id === id)!;
  }

  at(now: Date): Deps {
    return asOf(this.#deps, now);
  }

  plan(at: Date, act: Coming['act']): void {
    const stretch = Math.floor(at.getTime() / stretchMs);
    this.#coming.set(stretch, [...(this.#coming.get(stretch) ?? []), { at, act }]);
  }

  /** Lets everything happen that comes in the stretch that begins at an instant. */
  async pass(from: Date): Promise<void> {
    const stretch = Math.floor(from.getTime() / stretchMs);
    for (let coming = this.#take(stretch); coming.length > 0; coming = this.#take(stretch)) {
      const queue = coming.values();
      const lane = async () => {
        for (const { at, act } of queue) await act(at);
      };
      await Promise.all(Array.from({ length: atOnce }, lane));
    }
  }

  #take(stretch: number): Coming[] {
    const coming = this.#coming.get(stretch) ?? [];
    this.#coming.delete(stretch);
    return coming.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  }

  /**
   * Does something on a case, one act after the other and each later than the last; then the work
   * that follows from it. What the rules refuse is left, as a person would leave it.
   * @returns whether it was done
   */
  async onCase(
    caseId: string,
    now: Date,
    actor: Actor,
    act: (ctx: Ctx) => Promise<unknown>,
  ): Promise<boolean> {
    return this.inTurn(caseId, now, async (deps) => {
      try {
        await runCommand(deps, actor, act);
      } catch (error) {
        if (error instanceof Problem) return false;
        throw error;
      }
      await this.follow(deps, caseId);
      return true;
    });
  }

  /** Opens a case, and does the work that follows. */
  async open(now: Date, actor: Actor, act: (ctx: Ctx) => Promise<string>): Promise<void> {
    const deps = this.at(now);
    const caseId = await runCommand(deps, actor, act);
    await this.follow(deps, caseId);
  }

  /** Does the work that was recorded about a case or a letter, as a server would do it. */
  async follow(deps: Deps, about: string): Promise<void> {
    await this.#do(deps, await takeWork(deps.db, about));
  }

  /** Does all work that is there, and what follows from it. */
  async followAll(deps: Deps): Promise<void> {
    for (;;) {
      const work = await takeAllWork(deps.db);
      if (work.length === 0) return;
      await this.#do(deps, work);
    }
  }

  async #do(deps: Deps, work: DemoWork[]): Promise<void> {
    for (const { task, payload } of work) await this.#tasks[task]!(deps, payload);
  }

  /** Waits for whoever acts on a case, and goes on at a later instant than theirs. */
  async inTurn<T>(caseId: string, now: Date, act: (deps: Deps) => Promise<T>): Promise<T> {
    const before = this.#turns.get(caseId);
    const turn = Promise.withResolvers<void>();
    this.#turns.set(caseId, turn.promise);
    await before;
    const last = this.#lastOf.get(caseId) ?? 0;
    const instant = Math.max(now.getTime(), last + secondMs);
    this.#lastOf.set(caseId, instant);
    try {
      return await act(this.at(new Date(instant)));
    } finally {
      if (this.#turns.get(caseId) === turn.promise) this.#turns.delete(caseId);
      turn.resolve();
    }
  }
}

/** What the server is made of at an instant: its clock shows it, and goes on from there. */
export function asOf(deps: Deps, now: Date): Deps {
  const clock = new TravellingClock();
  clock.travel(now.getTime() - Date.now());
  return { ...deps, clock };
}
