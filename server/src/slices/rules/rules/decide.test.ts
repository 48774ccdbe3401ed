import type { RuleAct, RuleCondition, RuleIf } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { caseOpened, hours, opened, ruleFor, viewed } from '../testing.ts';
import { decide, type Rule } from './decide.ts';

const now = hours(3);
const does = (rule: Partial<Rule>, view = viewed(), happening = caseOpened) =>
  decide(ruleFor(rule), view, happening, now);
const urgent: RuleAct = { do: 'set_urgency', urgency: 'urgent' };
const when = (...of: RuleIf['of']) => ({ if: { match: 'all', of } as RuleIf });

describe('a rule does nothing', () => {
  it.each<[string, Partial<Rule>, string]>([
    ['when it is off', { active: false }, 'off'],
    ['when what it names is gone', { broken: true }, 'broken'],
    ['about what it does not listen for', { when: { on: 'solved' } }, 'not_listening'],
    ['on cases of other teams', { teamId: 'elsewhere' }, 'other_team'],
  ])('%s', (_, rule, whyNot) => expect(does(rule)).toEqual({ whyNot }));

  it('about what a rule did', () => {
    expect(does({}, viewed(), { ...caseOpened, byRule: true })).toEqual({ whyNot: 'by_a_rule' });
  });

  it('that is so already', () => {
    expect(does({}, viewed({ urgency: 'urgent' }))).toEqual({ acts: [] });
    const acts: RuleAct[] = [
      { do: 'set_topic', topic: 'refunds' },
      { do: 'set_high_stakes', is: false },
      { do: 'hand_across', team: 'front', reason: 'wish_of_lead', summary: 'x' },
      { do: 'note', text: 'Look here.' },
    ];
    expect(does({ acts })).toEqual({ acts: [{ do: 'note', text: 'Look here.' }] });
  });
});

it('acts on its team and the teams below', () => {
  expect(does({ teamId: 'second' })).toEqual({ acts: [urgent] });
});

it.each([
  [undefined, true],
  ['up', true],
  ['across', false],
] as const)('listens for hand-overs %s', (direction, listens) => {
  const rule = { when: { on: 'handed_over', ...(direction && { direction }) } } as const;
  const decision = does(rule, viewed(), { on: 'handed_over', direction: 'up', byRule: false });
  expect('acts' in decision).toBe(listens);
});

describe('a condition', () => {
  it.each<[RuleCondition, boolean]>([
    [{ field: 'status', in: ['open', 'waiting'] }, true],
    [{ field: 'status', in: ['solved'] }, false],
    [{ field: 'urgency', in: ['low', 'normal'] }, true],
    [{ field: 'level', in: [2, 3] }, false],
    [{ field: 'team', in: ['front'] }, true],
    [{ field: 'team', in: ['second'] }, false],
    [{ field: 'brand', in: ['nordlys'] }, true],
    [{ field: 'channel', in: ['post', null] }, true],
    [{ field: 'channel', in: [null] }, false],
    [{ field: 'topic', in: ['refunds'] }, true],
    [{ field: 'topic', in: ['money'] }, true],
    [{ field: 'topic', in: [null] }, false],
    [{ field: 'language', in: ['en'] }, true],
    [{ field: 'customer_language', in: ['en', 'ru'] }, true],
    [{ field: 'customer_language', in: ['da'] }, false],
    [{ field: 'high_stakes' }, false],
    [{ field: 'unanswered' }, true],
    [{ field: 'age', atLeast: 'PT3H' }, true],
    [{ field: 'age', atLeast: 'PT3H1S' }, false],
    [{ field: 'moves', atLeast: 1 }, false],
    [{ field: 'earlier_cases', atLeast: 2 }, true],
    [{ field: 'earlier_cases', atLeast: 3 }, false],
    [{ field: 'fact', question: 'city', is: 'cluj' }, true],
    [{ field: 'fact', question: 'city', is: 'Iași' }, false],
    [{ field: 'fact', question: 'city', is: null }, false],
    [{ field: 'fact', question: 'unasked', is: null }, true],
    [{ field: 'fact', question: 'colours', is: ['blue'] }, true],
    [{ field: 'fact', question: 'colours', is: 'red' }, true],
    [{ field: 'fact', question: 'colours', is: ['blue', 'green'] }, false],
    [{ field: 'customer_name', words: ['kuznecova'] }, true],
    [{ field: 'customer_name', words: ['kuzn'] }, false],
    [{ field: 'customer_address', in: ['Maria@Kuznetsova.example'] }, true],
    [{ field: 'customer_address', in: ['@kuznetsova.example'] }, true],
    [{ field: 'customer_address', in: ['maria@'] }, true],
    [{ field: 'customer_address', in: ['@example', 'mar@'] }, false],
    [{ field: 'words', words: ['refund'], place: 'both' }, true],
    [{ field: 'words', words: ['refund'], place: 'subject' }, false],
    [{ field: 'words', words: ['my order'], place: 'subject' }, true],
    [{ field: 'words', words: ['koszonom'], place: 'text' }, true],
    [{ field: 'words', words: ['fund'], place: 'both' }, false],
  ])('%j: %s', (condition, fits) => {
    expect('acts' in does(when(condition))).toBe(fits);
    expect('acts' in does(when({ ...condition, not: true }))).toBe(!fits);
  });

  it('finds words in scripts without spaces', () => {
    const message = { at: opened, subject: '', text: '我想退款，谢谢', language: 'zh' };
    const rule = when({ field: 'words', words: ['退款'], place: 'text' });
    expect('acts' in does(rule, viewed({ message }))).toBe(true);
  });
});

describe('conditions together', () => {
  const yes: RuleCondition = { field: 'level', in: [1] };
  const no: RuleCondition = { field: 'level', in: [9] };
  it.each<[RuleIf, string | null]>([
    [{ match: 'all', of: [] }, null],
    [{ match: 'any', of: [] }, null],
    [{ match: 'all', of: [yes, no] }, 'if.of.1'],
    [{ match: 'any', of: [no, yes] }, null],
    [{ match: 'any', of: [no, no] }, 'if'],
    [{ match: 'all', of: [yes, { match: 'any', of: [no, yes] }] }, null],
    [{ match: 'all', of: [yes, { match: 'any', of: [no, no] }] }, 'if.of.1'],
    [{ match: 'all', of: [{ match: 'all', of: [yes, no] }] }, 'if.of.0.of.1'],
  ])('%j: %s', (wanted, path) => {
    expect(does({ if: wanted })).toEqual(
      path === null ? { acts: [urgent] } : { whyNot: 'condition', path },
    );
  });
});
