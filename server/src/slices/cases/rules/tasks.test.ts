import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../kernel/decision.ts';
import { after, openedCase } from '../testing.ts';
import {
  ask,
  checkUp,
  clearForSolving,
  decline,
  finish,
  nextAdviser,
  overdue,
  type Task,
  withdraw,
} from './tasks.ts';

const opened = openedCase();
const task: Task = {
  id: 'task',
  kind: 'task',
  state: 'asked',
  agentId: 'eva',
  askerId: 'tom',
  dueAt: after(8),
  warned: 0,
  wakeAt: after(8),
};

describe('asking', () => {
  const asking = { id: 'task', kind: 'task', agent: 'eva', asker: 'tom', due: after(8) } as const;
  it('leaves the case where it is', () => {
    expect(ask(opened, asking, after(1))).toEqual([
      {
        kind: 'task_asked',
        task: 'task',
        about: 'task',
        agent: 'eva',
        asker: 'tom',
        due: after(8),
      },
    ]);
  });
  it.each([
    ['the owner themselves', opened, { ...asking, agent: 'tom' }, 'wrong_status'],
    ['for yesterday', opened, { ...asking, due: after(1) }, 'invalid_request'],
    ['on a closed case', { ...opened, status: 'closed' as const }, asking, 'wrong_status'],
  ])('is refused: %s', (_, state, asked, code) => {
    expect(ask(state, asked, after(1))).toMatchObject({ refused: code });
  });
});

describe('a task ends once', () => {
  const ends = {
    done: () => finish(task, 'note'),
    refused: () => decline(task, 'note'),
    withdrawn: () => withdraw(task, 'asker'),
  };
  it.each(Object.entries(ends))('%s', (state, end) => {
    const facts = end();
    expect(isRefusal(facts) ? facts : facts.at(-1)).toMatchObject({ kind: `task_${state}` });
    const over = { ...task, state: state as Task['state'] };
    for (const again of [finish(over, null), decline(over, 'n'), withdraw(over, 'asker')]) {
      expect(again).toMatchObject({ refused: 'wrong_status' });
    }
  });
});

it('nobody takes a check-up back', () => {
  const look = { ...task, kind: 'check_up' as const };
  expect(withdraw(look, 'asker')).toMatchObject({ refused: 'wrong_status' });
});

describe('overdue', () => {
  it('tells the helper, two hours later the owner, then nobody', () => {
    expect(overdue(task, opened, after(7.9))).toEqual([]);
    expect(overdue(task, opened, after(8))).toMatchObject([{ nth: 1, to: 'eva', next: after(10) }]);
    const once = { ...task, warned: 1, wakeAt: after(10) };
    expect(overdue(once, opened, after(9.9))).toEqual([]);
    expect(overdue(once, opened, after(10))).toMatchObject([{ nth: 2, to: 'tom', next: null }]);
    expect(overdue({ ...task, warned: 2, wakeAt: null }, opened, after(99))).toEqual([]);
  });
});

describe('solving', () => {
  const look = { ...task, kind: 'check_up' as const };
  it('waits for what others still do, or withdraws it; a check-up does not stand in the way', () => {
    expect(clearForSolving([task, look], false)).toMatchObject({ refused: 'open_tasks' });
    expect(clearForSolving([task, look], true)).toMatchObject([
      { kind: 'task_withdrawn', task: 'task', because: 'solved' },
    ]);
    expect(clearForSolving([look], false)).toEqual([]);
  });
  it('asks the first taker to look whether the customer was helped, where the case had moved', () => {
    const moved = { ...opened, ownerId: 'ana', level: 2 };
    const due = { id: 'look', due: after(48) };
    expect(checkUp(opened, [], due)).toEqual([]);
    expect(checkUp(moved, [], due)).toMatchObject([{ about: 'check_up', agent: 'tom' }]);
    expect(checkUp(moved, [look], due)).toEqual([]);
  });
});

describe('the help chain', () => {
  const chain = ['ana', 'bo', 'cy'].map((id) => ({ id, present: id !== 'bo' }));
  it.each([
    [[], 'tom', 'ana'],
    [['ana'], 'tom', 'cy'],
    [[], 'ana', 'cy'],
    [['ana', 'cy'], 'tom', null],
  ])('after %j, held by %s, asks %s', (asked, owner, next) => {
    expect(nextAdviser(chain, asked, owner)).toBe(next);
  });
});
