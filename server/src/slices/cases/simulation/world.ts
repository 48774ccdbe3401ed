import type { Actor } from '../../../kernel/actor.ts';
import { baton } from '../../../kernel/actor.ts';
import { type Decision, isRefusal } from '../../../kernel/decision.ts';
import { dayMs } from '../../../kernel/duration.ts';
import { between } from '../../../kernel/instant.ts';
import type { CaseEvent, CaseFact } from '../events.ts';
import { align } from '../rules/align.ts';
import type { ClockRule, Pressure, Recipients } from '../rules/clock-rule.ts';
import { factsToEvents } from '../rules/facts-to-events.ts';
import { type House, houseFrom, type Team } from '../rules/house.ts';
import type { CaseState } from '../rules/state.ts';
import { take } from '../rules/take.ts';
import { Agenda } from './agenda.ts';
import { BrokenInvariant } from './broken.ts';
import { type Agent, foundCompany, type Topic } from './company.ts';
import { Figures } from './figures.ts';
import { brokenBy, brokenBySettings, withoutOwner } from './invariants.ts';
import { Loads } from './loads.ts';
import type { Options } from './options.ts';
import type { Played } from './played.ts';
import { Random } from './random.ts';

/** What follows outside of a case when something has happened to it. */
type Follow = (played: Played, before: CaseState | null, events: CaseEvent[], now: Date) => void;

const overStatuses = new Set<CaseState['status']>(['closed', 'set_aside', 'merged']);

export const beginning = new Date('2026-01-05T00:00:00.000Z');

/** A company in memory: the pyramid, who is there, all cases, and what happens next. */
export class World {
  readonly random: Random;
  readonly agenda = new Agenda();
  readonly agents: Map<string, Agent>;
  readonly topics: Topic[];
  readonly cases = new Map<string, Played>();
  /** Cases to which time, people and settings may still do something. */
  readonly live = new Set<Played>();
  /** The others; the one to which something happened last comes last. */
  readonly over = new Set<Played>();
  readonly loads = new Loads();
  readonly figures = new Figures();
  house: House;
  /** Baton itself does nothing until then: the server stands still. */
  downUntil = beginning;
  readonly options: Options;
  readonly #follow: Follow;
  readonly #ofCustomer = new Map<string, Played[]>();
  #ids = 0;

  constructor(options: Options, follow: Follow) {
    this.options = options;
    this.random = new Random(options.seed);
    const { parts, agents, topics } = foundCompany(options, this.random);
    this.house = houseFrom(parts);
    this.agents = new Map(agents.map((agent) => [agent.id, agent]));
    this.topics = topics;
    this.#follow = follow;
  }

  /** A name that was not given before. */
  newId(what: string): string {
    return `${what}-${++this.#ids}`;
  }

  /** What the next problem is about, as often as the topics are frequent. */
  topicOfNext(): Topic {
    const { topics, random, options } = this;
    if (!Array.isArray(options.topics)) return random.oneOf(topics);
    const shares = Object.fromEntries(topics.map(({ share }, nth) => [nth, share]));
    return topics[Number(random.weighted(shares))]!;
  }

  agent(id: string): Agent {
    return this.agents.get(id)!;
  }

  isPresent(id: string): boolean {
    const { active, absences } = this.agent(id);
    return active && absences === 0;
  }

  ruleOf(state: CaseState): ClockRule {
    return this.house.ruleOf(state, this.#recipients(this.house.team(state.teamId), state.ownerId));
  }

  ruleAt(team: Team, owner: string, pressure: Pressure): ClockRule {
    return this.house.ruleAt(team, pressure, this.#recipients(team, owner));
  }

  #recipients(team: Team, owner: string | null): Recipients {
    const lead = this.agent(team.leadId).time;
    return { owner: owner ? this.agent(owner).time : this.house.hours(team), lead };
  }

  /** The cases of a customer, oldest first. */
  casesOf(customer: string): Played[] {
    return this.#ofCustomer.get(customer) ?? [];
  }

  /** Lets go of a case that is over for good. */
  forget(played: Played): void {
    const { id, customer } = played;
    this.cases.delete(id);
    this.over.delete(played);
    const left = this.casesOf(customer).filter((one) => one.id !== id);
    if (left.length > 0) this.#ofCustomer.set(customer, left);
    else this.#ofCustomer.delete(customer);
  }

  /** A case begins. */
  open(id: string, customer: string, facts: CaseFact[], now: Date): void {
    const { events, after } = factsToEvents(null, id, facts, { actor: baton, now });
    const played = { id, customer, state: after, events: [], wakes: 0, acts: 0, proved: null };
    this.cases.set(id, played);
    this.#ofCustomer.set(customer, [...this.casesOf(customer), played]);
    this.#record(played, null, after, events, now);
  }

  /** Does what a rule decided, and checks the case; false when the rule refused. */
  change(played: Played, actor: Actor, decision: Decision<CaseFact>, now: Date): boolean {
    if (isRefusal(decision)) {
      this.figures.refusals++;
      return false;
    }
    const before = played.state;
    const facts = [...take(before, actor), ...decision];
    const { events, after } = factsToEvents(before, played.id, facts, { actor, now });
    if (events.length > 0) this.#record(played, before, after, events, now);
    return true;
  }

  #record(
    played: Played,
    before: CaseState | null,
    after: CaseState,
    events: CaseEvent[],
    now: Date,
  ): void {
    // The settings may have changed while it had no clock; they are brought to it at once.
    const aligned = factsToEvents(after, played.id, align(after, this.ruleOf(after)), {
      actor: baton,
      now,
    });
    const step = [...events, ...aligned.events];
    played.state = aligned.after;
    played.events.push(...step);
    this.loads.move(played, before);
    this.#sort(played);
    this.figures.note(before, played.state, step);
    this.#check(played, before, step, now);
    this.#follow(played, before, step, now);
  }

  #sort(played: Played): void {
    const isOver = overStatuses.has(played.state.status);
    (isOver ? this.live : this.over).delete(played);
    if (isOver) this.over.delete(played);
    (isOver ? this.over : this.live).add(played);
  }

  /** @throws BrokenInvariant when something does not hold of a case after a step */
  #check(played: Played, before: CaseState | null, step: CaseEvent[], now: Date): void {
    const { state, events } = played;
    const what = brokenBy(before, state, events, step, this.house, this.#isActive);
    if (what) throw this.broken(what, played, now);
    played.proved = { state, house: this.house };
  }

  /** @throws BrokenInvariant when something does not hold of a case that nobody has touched */
  checkAtRest(played: Played, now: Date): void {
    const { state, events, proved } = played;
    const same = proved?.state === state && proved.house === this.house;
    const what =
      withoutOwner(state, this.#isActive) ??
      (same ? null : brokenBySettings(state, events, this.house));
    if (what) throw this.broken(what, played, now);
    if (!same) played.proved = { state, house: this.house };
  }

  readonly #isActive = (id: string) => this.agent(id).active;

  broken(what: string, { id, events }: Played, now: Date): BrokenInvariant {
    const day = Math.floor(between(beginning, now) / dayMs) + 1;
    return new BrokenInvariant(what, { seed: this.options.seed, day, caseId: id, events });
  }
}
