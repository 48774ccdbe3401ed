import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import { suppressionOf } from './budget.ts';
import type { AgentAnswer } from './agent-answer.ts';
import { decide, type Findings } from './decide.ts';
import { nextAttempt } from './send-schedule.ts';
import type { Thread, ThreadCase } from './threading.ts';

const at = new Date('2026-03-04T10:00:00Z');
const open: ThreadCase = { id: 'case', status: 'open', subject: 'Router', closedAt: null };
const closed = (daysAgo: number): ThreadCase => ({
  ...open,
  status: 'closed',
  closedAt: plus(at, -daysAgo * dayMs),
});

function thread(pointer: Thread['pointer'], role: Thread['role'], of = open): Thread {
  return { case: of, pointer, role };
}

function findings(change: Partial<Findings> = {}): Findings {
  return {
    loop: null,
    earlier: null,
    bounce: null,
    answer: null,
    blocked: false,
    spam: false,
    authentication: 'unknown',
    writer: 'person',
    thread: null,
    holder: null,
    released: null,
    subject: 'Re: Router',
    at,
    older: false,
    ...change,
  };
}

describe('an answer to a mail that an agent got', () => {
  const answer: AgentAnswer = {
    agent: { id: 'tom', role: 'agent' },
    caseId: 'case',
    fromAgent: true,
    active: true,
    mayNote: true,
  };
  test.each<[string, Partial<AgentAnswer>, Partial<Findings>, string, string]>([
    ['by the agent is a note', {}, {}, 'joined', 'agent_answer'],
    ['though a filter suspects it', {}, { spam: true }, 'joined', 'agent_answer'],
    ['by somebody else is set aside', { fromAgent: false }, {}, 'set_aside', 'not_the_agent'],
    [
      'with a forged sender is set aside',
      {},
      { authentication: 'failed' },
      'set_aside',
      'authentication_failed',
    ],
    ['out of office says nothing', {}, { writer: 'auto_replied' }, 'set_aside', 'automatic_reply'],
    ['by who has left', { active: false }, {}, 'set_aside', 'agent_inactive'],
    ['about several cases', { caseId: null }, {}, 'set_aside', 'answers_several_cases'],
    ['about what they may not see', { mayNote: false }, {}, 'set_aside', 'agent_may_not'],
  ])('%s', (_, change, found, outcome, reason) => {
    const verdict = decide(findings({ answer: { ...answer, ...change }, ...found }));
    expect(verdict).toMatchObject({ outcome, reason });
  });
});

describe('no stranger joins (invariant 7)', () => {
  test.each([
    ['token and participant', thread('reply_address', 'customer'), {}, 'joined', 'reply_address'],
    [
      'token and unknown sender',
      thread('reply_address', 'stranger'),
      {},
      'joined',
      'reply_address',
    ],
    ['token in References', thread('message_id', 'participant'), {}, 'joined', 'message_id'],
    ['participant and References', thread('reference', 'participant'), {}, 'joined', 'reference'],
    ['participant and number', thread('number', 'customer'), {}, 'joined', 'number'],
    ['stranger and number', thread('number', 'stranger'), {}, 'opened', 'unknown_sender'],
    ['stranger and References', thread('reference', 'stranger'), {}, 'opened', 'unknown_sender'],
    [
      'participant, forged',
      thread('number', 'customer'),
      { authentication: 'failed' },
      'opened',
      'authentication_failed',
    ],
    [
      'token, another subject',
      thread('reply_address', 'customer'),
      { subject: 'Invoice' },
      'joined',
      'reply_address',
    ],
    [
      'closed, same subject',
      thread('message_id', 'customer', closed(29)),
      {},
      'joined',
      'message_id',
    ],
    [
      'closed, another subject',
      thread('message_id', 'customer', closed(1)),
      { subject: 'Invoice' },
      'opened',
      'another_subject',
    ],
    [
      'closed for 30 days',
      thread('reply_address', 'customer', closed(30)),
      {},
      'opened',
      'closed_long_ago',
    ],
    ['nothing', null, {}, 'opened', 'new'],
  ] as const)('%s', (_what, of, change, outcome, reason) => {
    const verdict = decide(findings({ thread: of, ...change }));
    expect(verdict).toMatchObject({ outcome, reason });
    if (verdict.outcome === 'opened') expect(verdict.linkedTo).toBe(of ? 'case' : null);
  });
});

describe('what is not a request', () => {
  test.each([
    ['our own mail', { loop: 'own_message' }, 'loop', 'own_message'],
    ['a second arrival', { earlier: { id: 'first', sameBody: true } }, 'duplicate', 'same_message'],
    [
      'a second copy',
      { earlier: { id: 'first', sameBody: false } },
      'duplicate',
      'second_copy_differs',
    ],
    ['a bounce', { bounce: { fate: 'failed', words: null } }, 'bounce', 'failed'],
    [
      'a blocked sender',
      { blocked: true, thread: thread('reply_address', 'customer') },
      'set_aside',
      'blocked_sender',
    ],
    ['spam', { spam: true }, 'set_aside', 'suspected_spam'],
    [
      'spam on a harvested address',
      { spam: true, thread: thread('reply_address', 'stranger') },
      'set_aside',
      'suspected_spam',
    ],
    [
      'a customer whom a filter dislikes',
      { spam: true, thread: thread('reply_address', 'customer') },
      'joined',
      'reply_address',
    ],
    ['a forged sender', { authentication: 'failed' }, 'set_aside', 'authentication_failed'],
    ['out of office about nothing', { writer: 'auto_replied' }, 'set_aside', 'automatic_reply'],
    [
      'out of office on a case',
      { writer: 'auto_replied', thread: thread('message_id', 'customer') },
      'joined',
      'message_id',
    ],
    [
      'out of office, closed long ago',
      { writer: 'auto_replied', thread: thread('message_id', 'customer', closed(40)) },
      'set_aside',
      'automatic_reply',
    ],
    ['a machine’s notice', { writer: 'auto_generated' }, 'opened', 'new'],
  ] as const)('%s', (_what, change, outcome, reason) => {
    expect(decide(findings(change))).toMatchObject({ outcome, reason });
  });

  test('machines get no receipt, nor does what is old; people do', () => {
    expect(decide(findings())).toMatchObject({ receipt: true, automatic: false });
    expect(decide(findings({ older: true }))).toMatchObject({ receipt: false, automatic: false });
    expect(decide(findings({ writer: 'auto_generated' }))).toMatchObject({
      receipt: false,
      automatic: true,
    });
  });
});

test('every message has exactly one outcome', () => {
  const any = fc.record({
    loop: fc.constantFrom(null, 'own_message' as const),
    earlier: fc.constantFrom(null, { id: 'x', sameBody: true }),
    bounce: fc.constantFrom(null, { fate: 'failed' as const, words: null }),
    answer: fc.option(
      fc.record({
        agent: fc.constant({ id: 'tom', role: 'agent' as const }),
        caseId: fc.constantFrom('case', null),
        fromAgent: fc.boolean(),
        active: fc.boolean(),
        mayNote: fc.boolean(),
      }),
    ),
    blocked: fc.boolean(),
    spam: fc.boolean(),
    authentication: fc.constantFrom('passed' as const, 'failed' as const, 'unknown' as const),
    writer: fc.constantFrom('person' as const, 'auto_replied' as const, 'auto_generated' as const),
    thread: fc.option(
      fc.record({
        case: fc.constantFrom(open, closed(1), closed(60), { ...open, status: 'merged' as const }),
        pointer: fc.constantFrom(
          'reply_address' as const,
          'message_id' as const,
          'reference' as const,
          'number' as const,
        ),
        role: fc.constantFrom('customer' as const, 'participant' as const, 'stranger' as const),
      }),
    ),
    holder: fc.constantFrom(null, { id: 'b', kind: 'domain' as const, offender: 'x.test' }),
    released: fc.constantFrom(null, 'held' as const, 'other' as const),
    subject: fc.string(),
    at: fc.constant(at),
    older: fc.boolean(),
  });
  fc.assert(
    fc.property(any, (found) => {
      const verdict = decide(found);
      expect(verdict.reason).toBeTruthy();
      // Nobody without our token and without a part in the case ever joins it.
      if (verdict.outcome === 'joined' && 'answer' in verdict) {
        const { answer } = verdict;
        expect([answer.fromAgent, answer.active, answer.mayNote]).toEqual([true, true, true]);
        expect([found.writer, found.authentication]).not.toContain('failed');
      } else if (verdict.outcome === 'joined' && verdict.thread.role === 'stranger') {
        expect(['reply_address', 'message_id']).toContain(verdict.reason);
      }
      // A machine never gets a receipt.
      if (verdict.outcome === 'opened' && verdict.receipt) expect(found.writer).toBe('person');
    }),
  );
});

test('sending is tried again after 1, 5, 15 and 60 minutes, then hourly for three days', () => {
  const waits = [1, 2, 3, 4, 5, 6].map(
    (attempts) => (nextAttempt(attempts, at, at)!.getTime() - at.getTime()) / 60_000,
  );
  expect(waits).toEqual([1, 5, 15, 60, 60, 60]);
  expect(nextAttempt(70, at, plus(at, 3 * dayMs))).toBeNull();
});

test.each([
  ['nothing stands against it', {}, null],
  ['the fifth in an hour', { sent: Array.from({ length: 5 }, () => at) }, 'over_budget'],
  ['five, the first an hour ago', { sent: [plus(at, -hourMs), at, at, at, at] }, null],
  [
    'twenty in a day',
    { sent: Array.from({ length: 20 }, (_, i) => plus(at, -(i + 2) * hourMs)) },
    'over_budget',
  ],
  ['a message of three days ago', { answersTo: plus(at, -3 * dayMs) }, 'message_too_old'],
  ['nobody reads there', { recipients: ['no-reply@x.test'] }, 'unattended_address'],
  ['no address', { recipients: [] }, 'nobody_to_write_to'],
  ['no such address', { mark: { bounceKind: 'hard', complainedAt: null } }, 'address_bounced'],
  ['a full mailbox', { mark: { bounceKind: 'soft', complainedAt: null } }, null],
  ['a complaint', { mark: { bounceKind: null, complainedAt: at } }, 'address_complained'],
] as const)('automatic mail and its budget: %s', (_what, change, expected) => {
  const mail = { recipients: ['a@x.test'], sent: [], answersTo: null, mark: null, ...change };
  expect(suppressionOf(mail, { hour: 5, day: 20 }, at)).toBe(expected);
});
