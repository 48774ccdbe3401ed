import type { Doing } from '@baton/contract';

/** At which case an agent's desk is, null where it left, and what they do there, in words of any version. */
type Place = { agent: string; desk: string; case: string | null; doing: string };

/** Where each desk is, and until when that counts (ms of a clock that only goes on). */
type Known = { place: Place & { case: string; doing: Doing }; until: number };

const rank: Record<Doing, number> = { looks: 0, notes: 1, replies: 2 };

/** Who is at which case: what desks said lately, as long as it counts. Nothing of it is stored. */
export class Places {
  readonly #desks = new Map<string, Known>();

  /** Whether exactly this was said of the desk before and still counts. */
  has(place: Place): boolean {
    const known = this.#desks.get(nameOf(place))?.place;
    return known?.case === place.case && known.doing === place.doing;
  }

  /** Takes what a desk says; returns the cases at which others see something else now. */
  take(place: Place, until: number): string[] {
    const name = nameOf(place);
    const before = this.#desks.get(name);
    if (place.case === null) this.#desks.delete(name);
    else
      this.#desks.set(name, {
        place: { ...place, case: place.case, doing: doingOf(place) },
        until,
      });
    if (before && before.place.case === place.case && before.place.doing === place.doing) return [];
    return [before?.place.case, place.case].flatMap((one) => one ?? []);
  }

  /** Forgets the desks of which nothing was heard in time; returns their cases. */
  forget(now: number): string[] {
    return this.#leave(({ until }) => until <= now);
  }

  /** Forgets the desks of an agent who may no longer enter as they did; returns their cases. */
  forgetAgent(agent: string): string[] {
    return this.#leave(({ place }) => place.agent === agent);
  }

  /** Who is at a case, each once, with the most that they do there. */
  at(caseId: string): Map<string, Doing> {
    const found = new Map<string, Doing>();
    for (const { place } of this.#desks.values()) {
      if (place.case !== caseId) continue;
      const other = found.get(place.agent);
      if (!other || rank[place.doing] > rank[other]) found.set(place.agent, place.doing);
    }
    return found;
  }

  #leave(goes: (known: Known) => boolean): string[] {
    const gone = [...this.#desks].filter(([, known]) => goes(known));
    for (const [name] of gone) this.#desks.delete(name);
    return gone.map(([, { place }]) => place.case);
  }
}

function nameOf({ agent, desk }: Place): string {
  return `${agent} ${desk}`;
}

/** Whatever a server of another version may say. */
function doingOf({ doing }: Place): Doing {
  return doing === 'replies' || doing === 'notes' ? doing : 'looks';
}
