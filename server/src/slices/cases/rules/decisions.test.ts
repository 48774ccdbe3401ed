import { describe, expect, it } from 'vitest';
import { hourMs } from '../../../kernel/duration.ts';
import { isRefusal, type Decision } from '../../../kernel/decision.ts';
import { after, openedCase, opening, tom, usualRule } from '../testing.ts';
import { changeOf } from '../change.ts';
import type { CaseFact } from '../events.ts';
import { correct } from './correct.ts';
import { handAcross, passUp } from './hand-over.ts';
import { receive } from './receive.ts';
import { putBack, setAside } from './set-aside.ts';
import { reopen, solve } from './solve.ts';
import { reply } from './speak.ts';
import type { CaseState } from './state.ts';
import { timePasses } from './time-passes.ts';
import { wait } from './wait.ts';

const ending = { confirmWithinMs: 7 * 24 * hourMs, remindAfterMs: 3 * 24 * hourMs };
const why = { reason: 'beyond_my_authority', summary: 'summary' };
const ana = {
  agent: 'ana',
  team: 'specialists',
  level: 2,
  full: false,
  takeBy: after(200),
  rule: { ...usualRule, holdingMs: 10 * hourMs },
};
const around = {
  lead: 'lea',
  rule: usualRule,
  above: ana,
  answerable: 'head',
  next: usualRule,
};

function then(state: CaseState, decision: Decision<CaseFact>, now: Date): CaseState {
  return changeOf(state, state.id, decision, { actor: tom, now }).after;
}
const kinds = (decision: Decision<CaseFact>) =>
  isRefusal(decision) ? decision.refused : decision.map(({ kind }) => kind);

const opened = openedCase();
const waiting = then(opened, wait(opened, after(40), usualRule, after(2)), after(2));
const solved = then(opened, solve(opened, 'solution', true, ending, usualRule, after(3)), after(3));
const closed = then(solved, timePasses(solved, around, after(172)), after(172));
const aside = then(opened, setAside(opened, 'spam', usualRule, after(1)), after(1));

describe('which act is possible in which status', () => {
  const states = { opened, waiting, solved, closed, aside };
  const acts: Record<string, (state: CaseState) => Decision<CaseFact>> = {
    reply: (state) => reply(state, 'm', true),
    wait: (state) => wait(state, null, usualRule, after(200)),
    passUp: (state) => passUp(state, usualRule, ana, why, after(200)),
    across: (state) => handAcross(state, { ...ana, team: 'front', level: 1 }, why),
    solve: (state) => solve(state, 'm', true, ending, usualRule, after(200)),
    reopen: (state) => reopen(state, 'tom', usualRule, after(200)),
    setAside: (state) => setAside(state, 'spam', usualRule, after(200)),
    putBack: (state) => putBack(state, 'tom', usualRule, after(200)),
  };
  const possible: Record<string, string[]> = {
    reply: ['opened', 'waiting', 'solved'],
    wait: ['opened'],
    passUp: ['opened', 'waiting'],
    across: ['opened', 'waiting', 'solved'],
    solve: ['opened', 'waiting'],
    reopen: ['solved', 'closed'],
    setAside: ['opened', 'waiting'],
    putBack: ['aside'],
  };
  for (const [act, decide] of Object.entries(acts)) {
    for (const [status, state] of Object.entries(states)) {
      const allowed = possible[act]!.includes(status);
      it(`${act} on ${status}: ${allowed ? 'done' : 'refused'}`, () => {
        const decision = decide(state);
        if (allowed) expect(isRefusal(decision)).toBe(false);
        else expect(kinds(decision)).toBe('wrong_status');
      });
    }
  }
});

describe('passing up', () => {
  it('gives the case one owner a level higher, whose clock begins now', () => {
    const state = then(opened, passUp(opened, usualRule, ana, why, after(6)), after(6));
    expect(state).toMatchObject({ ownerId: 'ana', teamId: 'specialists', level: 2 });
    expect(state.clock).toMatchObject({ startedAt: after(6), due: after(16), warned: 0 });
  });

  it('is refused at the top', () => {
    expect(kinds(passUp(opened, usualRule, null, why, after(1)))).toBe('at_the_top');
  });

  it('ends a wait: the next level has its whole time', () => {
    const state = then(waiting, passUp(waiting, usualRule, ana, why, after(6)), after(6));
    expect(state).toMatchObject({ status: 'open', resumeAt: null });
    expect(state.clock).toMatchObject({ due: after(16), waitedMs: 0, entries: [] });
  });
});

describe('handing across', () => {
  const eva = { agent: 'eva', team: 'front', level: 1, full: false, takeBy: after(8) };

  it('leaves the clock as it is', () => {
    const state = then(opened, handAcross(opened, eva, why), after(6));
    expect(state.ownerId).toBe('eva');
    expect(state.clock).toEqual(opened.clock);
  });

  it('is refused to another level, and to the same hands', () => {
    expect(kinds(handAcross(opened, { ...eva, level: 2 }, why))).toBe('wrong_level');
    expect(kinds(handAcross(opened, { ...eva, agent: 'tom' }, why))).toBe('wrong_status');
  });
});

describe('what a message from outside does', () => {
  const mail = { id: 'mail', automatic: false };
  const machine = { id: 'mail', automatic: true };
  it.each([
    ['an open case', opened, ['message_received']],
    ['a waiting case', waiting, ['message_received', 'resumed']],
    ['a solved case', solved, ['message_received', 'reopened']],
    ['a closed case', closed, ['message_received', 'reopened']],
    ['a case set aside', aside, ['message_received', 'put_back']],
  ])('a person writes to %s', (_, state, facts) => {
    expect(kinds(receive(state, mail, 'tom', usualRule, after(200)))).toEqual(facts);
  });

  it.each([
    ['waiting', waiting],
    ['solved', solved],
    ['closed', closed],
  ])('a machine changes nothing on a %s case', (_, state) => {
    expect(kinds(receive(state, machine, null, usualRule, after(200)))).toEqual([
      'message_received',
    ]);
  });

  it('names the solution that did not hold, and who wrote it', () => {
    const facts = receive(solved, mail, 'tom', usualRule, after(200)) as CaseFact[];
    expect(facts[1]).toMatchObject({ solution: 'solution', solver: 'tom' });
  });

  it('reopens with what remained', () => {
    const state = then(solved, receive(solved, mail, 'tom', usualRule, after(50)), after(50));
    expect(state.clock.due).toEqual(after(67));
    expect(state.status).toBe('open');
  });
});

describe('reopening', () => {
  it('is refused for what was closed 30 days ago', () => {
    const closedAt = 172;
    const late = after(closedAt + 30 * 24);
    expect(kinds(reopen(closed, 'tom', usualRule, late))).toBe('wrong_status');
    const inTime = new Date(late.getTime() - 1);
    expect(kinds(reopen(closed, 'tom', usualRule, inTime))).toEqual(['reopened']);
  });
});

describe('waiting', () => {
  it('adds up to the limit of the level at most', () => {
    expect(kinds(wait(opened, after(15 * 24), usualRule, after(0)))).toBe('waiting_limit');
    expect(kinds(wait(opened, after(14 * 24), usualRule, after(0)))).toEqual(['waiting_began']);
    const back = then(waiting, timePasses(waiting, around, after(40)), after(40));
    expect(back.clock.waitedMs).toBe(38 * hourMs);
    expect(kinds(wait(back, after(40 + 14 * 24 - 37), usualRule, after(40)))).toBe('waiting_limit');
    expect(kinds(wait(back, after(40 + 14 * 24 - 38), usualRule, after(40)))).not.toBe(
      'waiting_limit',
    );
  });

  it('is refused until an instant that has passed', () => {
    expect(kinds(wait(opened, after(1), usualRule, after(2)))).toBe('invalid_request');
  });
});

describe('the first reply', () => {
  it('is met by a person, once', () => {
    expect(kinds(reply(opened, 'm', true))).toEqual(['replied', 'first_reply_met']);
    const met = then(opened, reply(opened, 'm', true), after(0.5));
    expect(met.firstReply.metAt).toEqual(after(0.5));
    expect(kinds(reply(met, 'm', true))).toEqual(['replied']);
  });

  it('is not met by a key that acts as itself', () => {
    expect(kinds(reply(opened, 'm', false))).toEqual(['replied']);
  });

  it('is missed after its hour, once, and the case does not move', () => {
    expect(timePasses(opened, around, after(0.99))).toEqual([]);
    const facts = timePasses(opened, around, after(1));
    expect(kinds(facts)).toEqual(['first_reply_missed']);
    const missed = then(opened, facts, after(1));
    expect(timePasses(missed, around, after(1))).toEqual([]);
    expect(missed.ownerId).toBe('tom');
  });
});

describe('what time does', () => {
  const replied = then(opened, reply(opened, 'm', true), after(0.5));

  it.each([
    [9.999, []],
    [10, [['warned', 'tom']]],
    [15, [['warned', 'tom']]],
    [18, [['warned', 'lea']]],
  ])('after %s hours', (hours, expected) => {
    const facts = timePasses(replied, around, after(hours));
    expect(facts.map((fact) => [fact.kind, 'to' in fact ? fact.to : null])).toEqual(expected);
  });

  it('moves the case up at 20:00:00 h, not a millisecond before', () => {
    const almost = new Date(after(20).getTime() - 1);
    expect(kinds(timePasses(replied, around, almost))).not.toContain('lapsed');
    expect(kinds(timePasses(replied, around, after(20)))).toEqual(['lapsed', 'handed_over']);
  });

  it('gives the next level its whole time after a stand-still of days', () => {
    const state = then(replied, timePasses(replied, around, after(92)), after(92));
    expect(state.clock).toMatchObject({ startedAt: after(92), due: after(102) });
    expect(timePasses(state, around, after(92))).toEqual([]);
  });

  it('makes an accountability entry at the top; the owner stays, the next period begins', () => {
    const top = { ...around, above: null };
    const facts = timePasses(replied, top, after(21));
    expect(kinds(facts)).toEqual(['lapsed', 'accountability_opened']);
    const state = then(replied, facts, after(21));
    expect(state.ownerId).toBe('tom');
    expect(state.clock.due).toEqual(after(41));
  });

  it('lets a wait end and a solution close unconfirmed', () => {
    expect(kinds(timePasses(waiting, around, after(39.9)))).toEqual(['first_reply_missed']);
    expect(kinds(timePasses(waiting, around, after(40)))).toContain('resumed');
    expect(kinds(timePasses(solved, around, after(170)))).toEqual(['reminded']);
    expect(timePasses(solved, around, after(171))).toEqual([{ kind: 'closed', confirmed: false }]);
  });

  it('does nothing to a case that is closed or set aside', () => {
    for (const state of [closed, aside]) {
      expect(timePasses(state, around, after(10_000))).toEqual([]);
    }
  });
});

describe('correcting', () => {
  it('records what changed and nothing else', () => {
    expect(correct(opened, { urgency: 'normal', topic: null })).toEqual([]);
    expect(correct(opened, { urgency: 'high', customer: 'jens' })).toEqual([
      { kind: 'customer_set', customer: 'jens', was: 'maria' },
      { kind: 'urgency_set', urgency: 'high', was: 'normal' },
    ]);
  });
});

describe('setting aside', () => {
  it('is reversible: the clock goes on with what was left', () => {
    const back = then(aside, putBack(aside, 'tom', usualRule, after(30)), after(30));
    expect(back.clock.due).toEqual(after(49));
    expect(back).toMatchObject({ status: 'open', ownerId: 'tom', setAsideReason: null });
    expect(opened.openedAt).toEqual(opening);
  });
});
