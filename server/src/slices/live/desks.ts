import type { CasesChanged } from '@baton/contract';
import type { Actor } from '../../kernel/actor.ts';
import type { Db, Deps } from '../../platform/context.ts';
import type { HttpReply } from '../../platform/http-types.ts';
import type { News } from '../../platform/live.ts';
import { Presence } from './presence.ts';
import { openStream, type Stream } from './stream.ts';

export type LiveNeeds = {
  /** Those of these cases that the actor may see, as they stand now. */
  standingOf: (db: Db, actor: Actor, caseIds: string[]) => Promise<CasesChanged['cases']>;
};

/** What changed within this time is told at once, so that a busy team costs each desk little. */
const gatherMs = 200;

/** Streams of one agent or key at one server; each browser needs one. */
const mostOfOne = 20;

type Desk = { actor: Actor; stream: Stream; changed: Set<string>; timer: NodeJS.Timeout | null };

/** The desks that watch by this server: each is told of the cases that its agent may see. */
export class Desks {
  /** Who is in which case. */
  readonly presence: Presence;
  readonly #open = new Set<Desk>();
  readonly #deps: Deps;
  readonly #needs: LiveNeeds;
  readonly #unwatch: () => void;

  constructor(deps: Deps, needs: LiveNeeds) {
    this.#deps = deps;
    this.#needs = needs;
    this.#unwatch = deps.live.watch((news) => this.#hear(news));
    this.presence = new Presence(deps, (cases) => void this.#tellPresence(cases));
  }

  /** Answers with a stream, which stays open. */
  open(actor: Actor, reply: HttpReply): void {
    reply.hijack();
    const stream = openStream(reply.raw, reply.getHeaders(), () => {
      if (desk.timer) clearTimeout(desk.timer);
      this.#open.delete(desk);
    });
    const desk: Desk = { actor, stream, changed: new Set(), timer: null };
    this.#open.add(desk);
    this.#keepFew(actor);
  }

  /** Whoever opens more than a person needs loses the oldest. */
  #keepFew({ id }: Actor): void {
    const own = [...this.#open].filter(({ actor }) => actor.id === id);
    for (const { stream } of own.slice(0, -mostOfOne)) stream.end();
  }

  /** Ends every stream and hears no more. */
  close(): void {
    this.#unwatch();
    this.presence.close();
    for (const { stream } of this.#open) stream.end();
  }

  #hear({ cases, actors, pyramid, missed }: News): void {
    for (const desk of this.#open) {
      // Whether they may still enter, and what they see now, is found out when they come again.
      if (actors.includes(desk.actor.id ?? '')) desk.stream.end();
      else if (missed) desk.stream.send('missed', {});
      else if (pyramid) desk.stream.send('pyramid', {});
      for (const id of cases) desk.changed.add(id);
      if (cases.length > 0) desk.timer ??= setTimeout(() => void this.#tell(desk), gatherMs);
    }
  }

  async #tell(desk: Desk): Promise<void> {
    const ids = [...desk.changed];
    desk.changed.clear();
    desk.timer = null;
    try {
      const cases = await this.#needs.standingOf(this.#deps.db, desk.actor, ids);
      if (cases.length > 0) desk.stream.send('cases', { cases } satisfies CasesChanged);
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'A desk could not be told what changed; it asks again.');
      desk.stream.end();
    }
  }

  /** Whoever is in a case hears who else is; that they may see it was found out when they came. */
  async #tellPresence(caseIds: string[]): Promise<void> {
    for (const id of caseIds) {
      const there = this.presence.agentsAt(id);
      const told = [...this.#open].filter(({ actor }) => there.has(actor.id ?? ''));
      try {
        for (const { actor, stream } of told) {
          stream.send('presence', await this.presence.others(id, actor.id ?? ''));
        }
      } catch (error) {
        this.#deps.log.warn({ err: error }, 'Who is in a case could not be told; desks ask again.');
      }
    }
  }
}
