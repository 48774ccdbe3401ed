import { performance } from 'node:perf_hooks';
import type { Presence as Shown } from '@baton/contract';
import { secondMs } from '../../kernel/duration.ts';
import type { Deps } from '../../platform/context.ts';
import type { News, Place } from '../../platform/live.ts';
import { Places } from './rules/places.ts';
import { namesOf } from './store/names.ts';

/**
 * For so long a desk counts as being where it said; it says so again every five seconds. Other
 * servers hear of that in batches, and look for who is gone once a second.
 */
type Times = { countsMs: number; tellMs: number; lookMs: number };
const usual: Times = { countsMs: 15 * secondMs, tellMs: 4 * secondMs, lookMs: secondMs };

/**
 * Who is in which case, over all servers (docs/adr/0081). It stands in the memory of each: changes
 * are told at once, that nothing changed in few notifications for all desks together.
 */
export class Presence {
  readonly #deps: Deps;
  readonly #times: Times;
  readonly #places = new Places();
  readonly #again = new Map<string, Place>();
  readonly #onChange: (caseIds: string[]) => void;
  readonly #stops: (() => void)[];

  constructor(deps: Deps, onChange: (caseIds: string[]) => void, times = usual) {
    this.#deps = deps;
    this.#times = times;
    this.#onChange = onChange;
    const telling = setInterval(() => this.#tellAgain(), times.tellMs);
    const looking = setInterval(
      () => this.#changed(this.#places.forget(performance.now())),
      times.lookMs,
    );
    this.#stops = [
      deps.live.watch((news) => this.#hear(news)),
      () => clearInterval(telling),
      () => clearInterval(looking),
    ];
  }

  /** Takes what a desk says of itself, here and on the other servers. */
  say(place: Place): void {
    if (!this.#places.has(place)) return this.#deps.live.tell({ places: [place] });
    this.#places.take(place, this.#until());
    this.#again.set(place.desk, place);
  }

  /** Lets a desk leave a case, unless it has gone on to another one. */
  leave(place: Omit<Place, 'doing'> & { case: string }): void {
    const isThere = ['looks', 'notes', 'replies'].some((doing) =>
      this.#places.has({ ...place, doing }),
    );
    this.#again.delete(place.desk);
    if (isThere) this.#deps.live.tell({ places: [{ ...place, case: null, doing: 'looks' }] });
  }

  /** Who else than this agent is in a case. */
  async others(caseId: string, agentId: string): Promise<Shown> {
    const others = [...this.#places.at(caseId)].filter(([agent]) => agent !== agentId);
    const names = await namesOf(
      this.#deps.db,
      others.map(([agent]) => agent),
    );
    return {
      case: caseId,
      others: others
        .map(([id, doing]) => ({ agent: { id, name: names.get(id) ?? '' }, doing }))
        .toSorted((a, b) => (a.agent.id < b.agent.id ? -1 : 1)),
    };
  }

  /** Who is in a case, and so is told who comes and goes. */
  agentsAt(caseId: string): Set<string> {
    return new Set(this.#places.at(caseId).keys());
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  #hear({ places, actors }: News): void {
    const until = this.#until();
    this.#changed([
      ...places.flatMap((place) => this.#places.take(place, until)),
      ...actors.flatMap((agent) => this.#places.forgetAgent(agent)),
    ]);
  }

  /** Says for all desks of this server at once that they still are where they were. */
  #tellAgain(): void {
    const places = [...this.#again.values()];
    this.#again.clear();
    this.#deps.live.tell({ places });
  }

  #changed(caseIds: string[]): void {
    if (caseIds.length > 0) this.#onChange([...new Set(caseIds)]);
  }

  #until(): number {
    return performance.now() + this.#times.countsMs;
  }
}
