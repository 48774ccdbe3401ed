import { noticeKinds, noticeWays } from '@baton/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import { always } from '../../../kernel/working-time.ts';
import { type Chosen, choicesAfter, nothingChosen } from './choices.ts';
import { decide, decideAll, type Telling, type Told, tellWithinMs } from './decide.ts';

const now = new Date('2026-03-04T10:00:00.000Z');
/** At work on Thursdays only, and now is Wednesday. */
const hours = {
  zone: 'UTC',
  weekly: [{ day: 4 as const, from: '09:00', to: '17:00' }],
  closed: [],
};
const thursday = new Date('2026-03-05T09:00:00.000Z');

const notice = (change: Partial<Telling> = {}): Telling => ({
  id: 'a',
  kind: 'case_came',
  at: now,
  seenAt: null,
  heldUntil: null,
  ofPressingCase: false,
  obstacle: null,
  ...change,
});
const agent = (chosen: Partial<Chosen> = {}, change: Partial<Told> = {}): Told => ({
  active: true,
  choices: choicesAfter({ ...nothingChosen, ...chosen }),
  hours: always,
  ...change,
});
const off = { desk: false, mail: false, push: false };
const suppress = (why: string) => ({ state: 'suppress', why });
const tell = { state: 'tell' };

describe('what becomes of a notice by mail', () => {
  test.each([
    ['what asks for something is told', notice(), agent(), tell],
    ['what is only useful is not', notice({ kind: 'customer_wrote' }), agent(), 'not_wanted'],
    [
      'but where it is wanted',
      notice({ kind: 'customer_wrote' }),
      agent({ groups: { customer: { mail: true } } }),
      tell,
    ],
    ['nothing that was seen in the desk', notice({ seenAt: now }), agent(), 'seen'],
    ['nothing to who has left', notice(), agent({}, { active: false }), 'inactive'],
    [
      'nothing that is long past',
      notice({ at: plus(now, -tellWithinMs.mail - 1) }),
      agent(),
      'too_old',
    ],
    [
      'but what was held back so long',
      notice({ at: plus(now, -tellWithinMs.mail - 1), heldUntil: now }),
      agent(),
      tell,
    ],
    ['nothing where no mail gets', notice({ obstacle: 'no_address' }), agent(), 'no_address'],
    [
      'it waits for working hours',
      notice(),
      agent({}, { hours }),
      { state: 'hold', until: thursday, why: 'outside_hours' },
    ],
    ['unless at any hour is wished', notice(), agent({ onlyAtWork: false }, { hours }), tell],
    ['or its case presses', notice({ ofPressingCase: true }), agent({}, { hours }), tell],
    ['or it presses itself', notice({ kind: 'high_stakes' }), agent({}, { hours }), tell],
    [
      'it is gathered',
      notice(),
      agent({ gatherMs: hourMs }),
      { state: 'hold', until: plus(now, hourMs), why: 'gathering' },
    ],
    [
      'what is about the sign-in is told whatever was chosen and seen',
      notice({ kind: 'new_device', seenAt: now }),
      agent({ gatherMs: hourMs }, { hours }),
      tell,
    ],
  ])('%s', (_, one, who, expected) => {
    const outcome = typeof expected === 'string' ? suppress(expected) : expected;
    expect(decide('mail', one, who, now)).toEqual(outcome);
  });
});

test('in the desk it stands at once, or not at all', () => {
  const late = { hours };
  expect(decide('desk', notice({ seenAt: now }), agent({}, late), now)).toEqual(tell);
  const quiet = agent({ groups: { hands: off } });
  expect(decide('desk', notice(), quiet, now)).toEqual(suppress('not_wanted'));
});

test('push is not gathered, and tells nothing that is hours old', () => {
  expect(decide('push', notice(), agent({ gatherMs: hourMs }), now)).toEqual(tell);
  const old = notice({ at: plus(now, -5 * hourMs) });
  expect(decide('push', old, agent(), now)).toEqual(suppress('too_old'));
});

const instants = fc
  .integer({ min: -3 * 24 * 60, max: 0 })
  .map((minutes) => plus(now, minutes * minuteMs));
const notices = fc.array(
  fc.record({
    kind: fc.constantFrom(...noticeKinds, 'of_a_later_version'),
    at: instants,
    seenAt: fc.option(instants),
    heldUntil: fc.option(instants),
    ofPressingCase: fc.boolean(),
    obstacle: fc.option(fc.constantFrom('no_address', 'no_device', 'out_of_sight')),
  }),
  { maxLength: 20 },
);
const agents = fc.record({
  active: fc.boolean(),
  choices: fc
    .record({
      groups: fc.dictionary(
        fc.constantFrom('hands', 'customer', 'lead', 'house'),
        fc.record({ desk: fc.boolean(), mail: fc.boolean(), push: fc.boolean() }),
      ),
      onlyAtWork: fc.option(fc.boolean()),
      gatherMs: fc.option(fc.constantFrom(minuteMs, 15 * minuteMs, 24 * hourMs)),
    })
    .map((chosen) => choicesAfter(chosen)),
  hours: fc.constantFrom(always, hours),
});

test('every notice ends, by every way, as exactly one of told, held and suppressed', () => {
  fc.assert(
    fc.property(notices, agents, fc.constantFrom(...noticeWays), (some, who, way) => {
      const given: Telling[] = some.map((one, at) => ({ id: String(at), ...one }));
      const { told, rest } = decideAll(way, given, who, now);
      const ends = [...told, ...rest.flatMap(({ ids }) => ids)];
      expect(ends.toSorted()).toEqual(given.map(({ id }) => id).toSorted());
      for (const { outcome } of rest) {
        expect(outcome.state).not.toBe('tell');
        // Whatever is held is looked at again, and later than now.
        if (outcome.state === 'hold') expect(outcome.until > now).toBe(true);
      }
      // What is held is told in the end, or somebody saw it, or it is no longer wanted.
      const held = rest.filter(({ outcome }) => outcome.state === 'hold');
      for (const { ids, outcome } of held) {
        if (outcome.state !== 'hold') continue;
        const again = given
          .filter(({ id }) => ids.includes(id))
          .map((one) => ({ ...one, heldUntil: outcome.until }));
        const after = decideAll(way, again, who, outcome.until);
        const still = after.rest.filter((one) => one.outcome.state === 'hold');
        expect(still.every(({ outcome: { state } }) => state === 'hold')).toBe(true);
        for (const one of still) {
          expect(one.outcome.state === 'hold' && one.outcome.until > outcome.until).toBe(true);
        }
      }
    }),
  );
});
