import { type RuleAct, ruleEvents, type RuleIf, type RuleWhen, urgencies } from '@baton/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { always } from '../../../kernel/working-time.ts';
import { hours, ruleFor, viewed } from '../testing.ts';
import { decide, type Rule } from './decide.ts';
import { dueOf } from './due.ts';
import type { CaseView, Happening } from './view.ts';
import { type Wait, waitFor } from './waits.ts';

const levels = 3;
const topics = ['refunds', 'money', 'lamps'];

const act = fc.oneof<fc.Arbitrary<RuleAct>[]>(
  fc.record({ do: fc.constant('set_urgency' as const), urgency: fc.constantFrom(...urgencies) }),
  fc.record({ do: fc.constant('set_topic' as const), topic: fc.constantFrom(...topics) }),
  fc.record({ do: fc.constant('set_high_stakes' as const), is: fc.boolean() }),
  fc.constant<RuleAct>({ do: 'note', text: 'Look.' }),
  fc.constant<RuleAct>({ do: 'pass_up', reason: 'not_in_time', summary: 'It takes too long.' }),
);
const when = fc.oneof<fc.Arbitrary<RuleWhen>[]>(
  fc.record({ on: fc.constantFrom(...ruleEvents) }),
  fc.constant<RuleWhen>({ on: 'handed_over' }),
  fc.record({
    on: fc.constant('time' as const),
    from: fc.constantFrom('opened' as const, 'customer_wrote' as const, 'due' as const),
    length: fc.constantFrom('PT0S', 'PT1H', 'PT20H'),
    counts: fc.constant('elapsed' as const),
  }),
);
const condition = fc.constantFrom<RuleIf>(
  { match: 'all', of: [] },
  { match: 'all', of: [{ field: 'urgency', in: ['low', 'normal'] }] },
  { match: 'any', of: [{ field: 'high_stakes' }, { field: 'topic', in: ['money'] }] },
);
const anyRule = fc
  .record({ when, if: condition, acts: fc.array(act, { minLength: 1, maxLength: 4 }) })
  .map((one) => ruleFor(one));
/** What people and time do; each comes an hour after the one before. */
const outside = fc.constantFrom('customer_wrote' as const, ...ruleEvents, 'handed_over' as const);

/** A case that lives by its rules alone: every act is an event, and every event is heard. */
class Life {
  view: CaseView = viewed();
  fired = 0;
  anchors = new Set<string>();
  readonly #rules: Rule[];
  readonly #waits = new Map<number, Wait>();
  readonly #once = new Set<string>();

  constructor(rules: Rule[]) {
    this.#rules = rules;
  }

  hear(happening: Happening, cause: string, now: Date): void {
    const queue = [{ happening, cause }];
    for (let one = queue.shift(); one; one = queue.shift()) {
      for (const [place, rule] of this.#rules.entries()) {
        const key = `${place} ${one.cause}`;
        if (this.#once.has(key)) continue;
        const decision = decide(rule, this.view, one.happening, now);
        if (!('acts' in decision)) continue;
        this.#once.add(key);
        this.fired += 1;
        for (const done of decision.acts) queue.push(...this.#do(done, now, `${key} act`));
      }
    }
  }

  /** Lets every wait that is due come, until none is. */
  pass(now: Date): void {
    for (let again = true; again;) {
      again = false;
      for (const [place, rule] of this.#rules.entries()) {
        if (rule.when.on !== 'time') continue;
        const due = dueOf(rule.when, this.view, always);
        const since = { id: String(place), sinceVersion: 1, sinceAt: hours(-1) };
        const wait = waitFor('case', since, due, this.#waits.get(place));
        this.#waits.set(place, wait);
        this.anchors.add(`${place} ${due.anchor.toISOString()}`);
        if (!wait.dueAt || wait.dueAt > now) continue;
        this.#waits.set(place, { ...wait, dueAt: null, done: true });
        this.hear({ on: 'time', byRule: false }, `time ${due.anchor.toISOString()}`, now);
        again = true;
      }
    }
  }

  #do(one: RuleAct, now: Date, cause: string): { happening: Happening; cause: string }[] {
    const happened = (on: Happening['on']) => [{ happening: { on, byRule: true }, cause }];
    switch (one.do) {
      case 'set_urgency':
        this.view = { ...this.view, urgency: one.urgency };
        return happened('urgency_set');
      case 'set_topic':
        this.view = { ...this.view, topicId: one.topic, topics: [one.topic] };
        return happened('topic_set');
      case 'set_high_stakes':
        this.view = { ...this.view, highStakes: one.is };
        return happened('high_stakes_set');
      case 'pass_up': {
        if (this.view.level === levels) return [];
        // A later clock for each level, as passing up gives one.
        const clock = { clockStartedAt: new Date(now.getTime() + this.view.level), dueAt: now };
        this.view = { ...this.view, ...clock, level: this.view.level + 1 };
        return happened('handed_over');
      }
      default:
        return [];
    }
  }
}

test('any rules over any history come to an end, each once for each cause at most', () => {
  fc.assert(
    fc.property(
      fc.array(anyRule, { maxLength: 12 }),
      fc.array(outside, { maxLength: 20 }),
      (rules, history) => {
        const life = new Life(rules);
        for (const [place, on] of history.entries()) {
          const now = hours(place);
          if (on === 'customer_wrote') {
            life.view = { ...life.view, message: { ...life.view.message, at: now } };
          }
          life.hear({ on, byRule: false }, `event ${place}`, now);
          life.pass(now);
        }
        life.pass(hours(history.length + 1000));
        const anchors = life.anchors.size;
        expect(anchors).toBeLessThanOrEqual(rules.length * (history.length + levels + 2));
        expect(life.fired).toBeLessThanOrEqual(rules.length * (history.length + anchors));
      },
    ),
    { numRuns: 300 },
  );
});
