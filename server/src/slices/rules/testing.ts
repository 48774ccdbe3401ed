import type { TestDeps } from '../../../test/deps.ts';
import { hourMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import { checks } from './checks.ts';
import { sweepRules, tasks } from './jobs.ts';
import type { Rule } from './rules/decide.ts';
import type { CaseView, Happening } from './rules/view.ts';

/** Does the recorded work of the rules, and what is due by them, until there is none. */
export async function runRuleWork(deps: TestDeps): Promise<number> {
  for (let done = 0; ;) {
    const due = await deps.db
      .deleteFrom('baton.work')
      .where('task', 'like', 'rules.%')
      .returning(['task', 'payload'])
      .execute();
    for (const { task, payload } of due) {
      await tasks[task]!(deps, payload as Record<string, unknown>);
    }
    const now = await sweepRules(deps);
    if (due.length === 0 && now === 0) return done;
    done += due.length + now;
  }
}

/** The instant at which the tests' cases are opened: a Wednesday. */
export const opened = new Date('2026-03-04T09:00:00.000Z');

/** So many hours after the opening. */
export const hours = (count: number) => plus(opened, count * hourMs);

/** An open case of Maria's about a refund, as rules look at it. */
export function viewed(differences: Partial<CaseView> = {}): CaseView {
  return {
    status: 'open',
    urgency: 'normal',
    highStakes: false,
    level: 1,
    teams: ['front', 'second', 'top'],
    brandId: 'nordlys',
    channelId: 'post',
    topics: ['refunds', 'money'],
    topicId: 'refunds',
    moves: 0,
    openedAt: opened,
    clockStartedAt: opened,
    dueAt: hours(20),
    message: {
      at: opened,
      subject: 'My order',
      text: 'Where is my REFUND? Köszönöm.',
      language: 'en',
    },
    unanswered: true,
    customer: {
      name: 'Maria Kuznecová',
      addresses: ['maria@kuznetsova.example'],
      language: 'ru',
      earlierCases: 2,
    },
    answers: new Map<string, string | string[]>([
      ['city', 'Cluj-Napoca'],
      ['colours', ['red', 'blue']],
    ]),
    ...differences,
  };
}

/** A rule in force for the whole company that makes urgent whatever is opened. */
export function ruleFor(differences: Partial<Rule> = {}): Rule {
  return {
    teamId: null,
    active: true,
    broken: false,
    when: { on: 'case_opened' },
    if: { match: 'all', of: [] },
    acts: [{ do: 'set_urgency', urgency: 'urgent' }],
    ...differences,
  };
}

export const caseOpened: Happening = { on: 'case_opened', byRule: false };

/** What `doctor` finds of rules. */
export async function runChecks(deps: TestDeps) {
  return (await Promise.all(checks.map(({ find }) => find(deps)))).flat();
}
