import { always } from '../../../kernel/working-time.ts';
import { describe, expect, it } from 'vitest';
import { type Decision, isRefusal } from '../../../kernel/decision.ts';
import { hourMs } from '../../../kernel/duration.ts';
import { changeOf } from '../change.ts';
import type { CaseEvent, CaseFact } from '../events.ts';
import { after, openedCase, opening, tom, usualRule } from '../testing.ts';
import { warnedNext } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';
import { explainClock } from './explain-clock.ts';
import { giveBack, handAcross, handDown, passUp } from './hand-over.ts';
import { isMissent, senderOf } from './missent.ts';
import type { CaseState } from './state.ts';
import { take, takeBy, untaken } from './take.ts';
import { wait } from './wait.ts';

const why = { reason: 'wrong_case', summary: 'summary', marked: ['first'] };
const in1 = (agent: string, at = opening) => ({
  agent,
  team: 'front',
  level: 1,
  full: false,
  takeBy: takeBy(at, always),
});
const in2 = {
  agent: 'ana',
  team: 'specialists',
  level: 2,
  full: false,
  takeBy: takeBy(after(6), always),
};

const tenHours = { ...usualRule, holdingMs: 10 * hourMs };

const kinds = (decision: Decision<CaseFact>) =>
  isRefusal(decision) ? decision.refused : decision.map(({ kind }) => kind);
function then(state: CaseState, decision: Decision<CaseFact>, now: Date): CaseState {
  return changeOf(state, state.id, decision, { actor: tom, now }).after;
}

const opened = openedCase();
const up = then(
  opened,
  passUp(opened, usualRule, { ...in2, rule: tenHours }, why, after(6)),
  after(6),
);
const ana = { kind: 'agent', id: 'ana', role: 'agent' } as const;

describe('taken', () => {
  it('is who opens a case first that was handed over, once', () => {
    expect(kinds(take(up, ana))).toEqual(['taken']);
    const taken = then(up, take(up, ana), after(7));
    expect(taken).toMatchObject({ takenAt: after(7), untakenAt: null });
    expect(take(taken, ana)).toEqual([]);
  });

  it.each([
    ['another agent', up, tom],
    ['a key', up, { kind: 'key', id: 'ana', role: 'agent' } as const],
    ['the first owner, to whom nobody handed it', opened, tom],
  ])('is not %s', (_, state, actor) => {
    expect(take(state, actor)).toEqual([]);
  });

  it('is asked for by the lead after two hours, once', () => {
    expect(up.untakenAt).toEqual(after(8));
    expect(untaken(up, after(7.9))).toEqual([]);
    expect(kinds(untaken(up, after(8)))).toEqual(['untaken']);
    expect(untaken(then(up, untaken(up, after(8)), after(8)), after(9))).toEqual([]);
  });

  it('is asked for in working hours: not on a Sunday, when the team works from Monday', () => {
    const weekly = [{ day: 1, from: '09:00', to: '17:00' }] as const;
    const hours = { zone: 'UTC', weekly: [...weekly], closed: [] };
    const sunday = new Date('2026-03-08T12:00:00Z');
    expect(takeBy(sunday, hours)).toEqual(new Date('2026-03-09T11:00:00Z'));
  });
});

describe('warnings of a case that comes into other hands', () => {
  // Opened on Wednesday at 9:14, due on Thursday at 5:14; half of the time is over at 19:14.
  const office = {
    zone: 'UTC',
    weekly: [{ day: 3 as const, from: '10:00', to: '18:00' }],
    closed: [],
  };
  const inHours: ClockRule = { ...usualRule, recipients: { owner: office, lead: office } };
  const at = (time: string) => new Date(`2026-03-04T${time}:00.000Z`);

  it('come in the hours of the new owner, and not in those of the old', () => {
    expect(opened.clock.warnAt).toEqual(at('19:14'));
    const next = warnedNext(opened, inHours, at('12:00'));
    const moved = then(opened, handAcross(opened, in1('eva'), why, next), at('12:00'));
    expect(moved.clock).toEqual({ ...opened.clock, warnAt: at('18:00') });
    const back = warnedNext(moved, usualRule, at('13:00'));
    expect(then(moved, giveBack(moved, in1('tom'), back), at('13:00')).clock).toEqual(opened.clock);
  });

  it('are not brought forward to before the new owner had the case', () => {
    expect(warnedNext(opened, inHours, at('18:30'))).toEqual(at('19:14'));
  });

  it('stay silent while the clock stands still', () => {
    const waiting = then(opened, wait(opened, null, usualRule, after(1)), after(1));
    const next = warnedNext(waiting, inHours, after(2));
    expect(next).toBeNull();
    expect(then(waiting, handAcross(waiting, in1('eva'), why, next), after(2)).clock).toEqual(
      waiting.clock,
    );
  });

  it('still come ahead of the customer’s own deadline', () => {
    const deadline = { at: at('16:00'), warnAt: at('14:00'), missedAt: null };
    expect(warnedNext({ ...opened, deadline }, inHours, at('12:00'))).toEqual(at('14:00'));
  });
});

describe('handing down', () => {
  const dora = in1('dora', after(7));

  it('keeps the running due instant, and says so in the explanation', () => {
    const down = then(up, handDown(up, dora, why), after(7));
    expect(down).toMatchObject({ ownerId: 'dora', teamId: 'front', level: 1, moves: 0 });
    expect(down.clock).toMatchObject({
      due: after(16),
      holdingMs: 10 * hourMs,
      teamId: 'specialists',
    });
    expect(explainClock(down.clock, tenHours, 'open', after(8))).toContainEqual(
      expect.objectContaining({ kind: 'handed_down', length: 'PT0S' }),
    );
  });

  it('keeps the wait of a waiting case', () => {
    const waiting = then(up, wait(up, after(30), tenHours, after(7)), after(7));
    const down = then(waiting, handDown(waiting, dora, why), after(8));
    expect(down).toMatchObject({ status: 'waiting', resumeAt: after(30) });
    expect(down.clock.remainingMs).toBe(9 * hourMs);
  });

  it('goes to a lower level only', () => {
    expect(kinds(handDown(up, in2, why))).toBe('wrong_level');
    expect(kinds(handDown(opened, dora, why))).toBe('wrong_level');
  });
});

describe('ping-pong', () => {
  const move = (state: CaseState, to: string) =>
    then(state, handAcross(state, in1(to), why), after(1));

  it('is seen at the third move within a level, once', () => {
    const twice = move(move(opened, 'eva'), 'tom');
    const third = handAcross(twice, in1('eva'), why);
    expect(kinds(third)).toEqual(['handed_over', 'ping_pong']);
    const fourth = handAcross(then(twice, third, after(1)), in1('tom'), why);
    expect(kinds(fourth)).toEqual(['handed_over']);
  });

  it('is counted anew at another level', () => {
    const twice = move(move(opened, 'eva'), 'tom');
    expect(
      then(twice, passUp(twice, usualRule, { ...in2, rule: tenHours }, why, after(2)), after(2))
        .moves,
    ).toBe(0);
  });
});

describe('who sent a case where it does not belong', () => {
  const event = (seq: number, actor: CaseEvent['actor'], fact: object) =>
    ({ caseId: 'case', seq, at: opening, actor, fact }) as CaseEvent;
  const byRule = event(
    1,
    { kind: 'customer', id: 'maria' },
    { kind: 'opened', rule: 'r1', channel: 'c1' },
  );
  const byChannel = event(
    1,
    { kind: 'customer', id: 'maria' },
    { kind: 'opened', rule: null, channel: 'c1' },
  );
  const byTom = event(2, tom, { kind: 'handed_over', reason: 'wrong_case' });
  const byAbsence = event(
    3,
    { kind: 'baton', id: null },
    { kind: 'handed_over', reason: 'absence' },
  );
  const topicByTom = event(2, tom, { kind: 'topic_set' });

  it.each([
    ['the rule that chose the topic', [byRule], { by: 'rule', id: 'r1' }],
    ['the channel', [byChannel], { by: 'channel', id: 'c1' }],
    ['whoever handed it over last', [byRule, byTom], { by: 'agent', id: 'tom' }],
    ['whoever set the topic', [byRule, topicByTom], { by: 'agent', id: 'tom' }],
    ['no absence', [byRule, byTom, byAbsence], { by: 'agent', id: 'tom' }],
    ['nobody, where there is nothing', [], null],
  ])('is %s', (_, events, sender) => {
    expect(senderOf(events)).toEqual(sender);
  });

  it('is asked of wrong cases only', () => {
    expect(['wrong_case', 'wrong_topic', 'absence', 'wish_of_lead'].map(isMissent)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
