import type { CallMarkKind } from '@baton/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minuteMs } from '../../../kernel/duration.ts';
import { corrected, type Mark, mayMark, timesOf } from './call-times.ts';

type Press = [kind: CallMarkKind, at: string];
const marksOf = (presses: Press[]): Mark[] =>
  presses.map(([kind, at]) => ({ kind, at: new Date(at), pressedAt: new Date(at) }));
const minutes = (marks: Mark[], now: string) => {
  const { waitMs, heldMs, spokenMs } = timesOf(marks, new Date(now));
  return [waitMs, heldMs, spokenMs].map((ms) => ms / minuteMs);
};

const on = (time: string) => `2026-03-04T${time}:00Z`;
test.each<[string, Press[], string, number[]]>([
  [
    'a call that came in',
    [
      ['reached', on('10:24')],
      ['ended', on('10:31')],
    ],
    on('12:00'),
    [0, 0, 7],
  ],
  [
    'nobody there',
    [
      ['dialled', on('10:00')],
      ['ended', on('10:02')],
    ],
    on('12:00'),
    [2, 0, 0],
  ],
  ['still ringing', [['dialled', on('10:00')]], on('10:03'), [3, 0, 0]],
  [
    'held before anybody',
    [
      ['dialled', on('10:00')],
      ['held', on('10:01')],
      ['reached', on('10:29')],
    ],
    on('10:30'),
    [1, 28, 1],
  ],
  [
    'held three times',
    [
      ['dialled', on('10:00')],
      ['reached', on('10:02')],
      ['held', on('10:03')],
      ['resumed', on('10:05')],
      ['held', on('10:06')],
      ['resumed', on('10:10')],
      ['held', on('10:12')],
      ['ended', on('10:20')],
    ],
    on('12:00'),
    [2, 14, 4],
  ],
  [
    'held twice in a row',
    [
      ['reached', on('10:00')],
      ['held', on('10:01')],
      ['held', on('10:03')],
      ['ended', on('10:04')],
    ],
    on('12:00'),
    [0, 3, 1],
  ],
  [
    'resumed without a hold',
    [
      ['dialled', on('10:00')],
      ['resumed', on('10:01')],
      ['ended', on('10:03')],
    ],
    on('12:00'),
    [1, 0, 2],
  ],
  [
    'over midnight',
    [
      ['dialled', '2026-03-04T23:58:00Z'],
      ['reached', '2026-03-05T00:01:00Z'],
      ['ended', '2026-03-05T00:11:00Z'],
    ],
    on('12:00'),
    [3, 0, 10],
  ],
  // In Bucharest the clocks go from 3 to 4 at 01:00 UTC on this night; one hour is one hour.
  [
    'over a change of the clocks',
    [
      ['reached', '2026-03-29T02:30:00+02:00'],
      ['ended', '2026-03-29T04:30:00+03:00'],
    ],
    on('12:00'),
    [0, 0, 60],
  ],
  [
    'ten hours and 43 minutes',
    [
      ['reached', on('08:00')],
      ['ended', on('18:43')],
    ],
    on('19:00'),
    [0, 0, 643],
  ],
  // A computer whose clock was set back must not make a call of negative length.
  [
    'a clock that runs behind',
    [
      ['dialled', on('10:00')],
      ['reached', on('10:02')],
    ],
    on('09:59'),
    [2, 0, 0],
  ],
])('waiting, holding and speaking of %s', (_, presses, now, expected) => {
  expect(minutes(marksOf(presses), now)).toEqual(expected);
});

const kinds: CallMarkKind[] = ['held', 'resumed', 'reached', 'ended'];
test('whatever is pressed in whatever order, the three lengths make up the whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(100)), { maxLength: 12 }),
      fc.constantFrom('dialled' as const, 'reached' as const),
      (presses, first) => {
        let at = Date.parse(on('10:00'));
        const marks: Mark[] = [{ kind: first, at: new Date(at), pressedAt: new Date(at) }];
        for (const [kind, passed] of presses) {
          if (!mayMark(marks, kind)) continue;
          at += passed * minuteMs;
          marks.push({ kind, at: new Date(at), pressedAt: new Date(at) });
        }
        const times = timesOf(marks, new Date(at));
        const parts = [times.waitMs, times.heldMs, times.spokenMs];
        expect(parts.every((ms) => ms >= 0)).toBe(true);
        expect(parts.reduce((sum, ms) => sum + ms)).toBe(at - Date.parse(on('10:00')));
      },
    ),
  );
});

test.each<[Press[], CallMarkKind, boolean]>([
  [[['dialled', on('10:00')]], 'held', true],
  [[['dialled', on('10:00')]], 'resumed', false],
  [
    [
      ['dialled', on('10:00')],
      ['held', on('10:01')],
    ],
    'held',
    false,
  ],
  [
    [
      ['dialled', on('10:00')],
      ['held', on('10:01')],
    ],
    'reached',
    true,
  ],
  [[['reached', on('10:00')]], 'reached', false],
  [
    [
      ['reached', on('10:00')],
      ['held', on('10:01')],
    ],
    'reached',
    true,
  ],
  [
    [
      ['reached', on('10:00')],
      ['ended', on('10:01')],
    ],
    'held',
    false,
  ],
  [
    [
      ['reached', on('10:00')],
      ['ended', on('10:01')],
    ],
    'ended',
    false,
  ],
])('after %j, "%s" means something: %s', (presses, kind, means) => {
  expect(mayMark(marksOf(presses), kind)).toBe(means);
});

const pressed = marksOf([
  ['dialled', on('10:00')],
  ['reached', on('10:05')],
  ['ended', on('10:20')],
]);
test.each<[string, string[], number | null]>([
  ['as it was', ['10:00', '10:05', '10:20'], null],
  ['reached earlier', ['10:00', '10:01', '10:20'], null],
  ['ended before it was reached', ['10:00', '10:05', '10:04'], 2],
  ['ended ahead of now', ['10:00', '10:05', '12:30'], 2],
  ['a time missing', ['10:00', '10:05'], 2],
])('a call is put right: %s', (_, times, fault) => {
  const now = new Date(on('12:00'));
  const result = corrected(
    pressed,
    times.map((time) => new Date(on(time))),
    now,
  );
  if (fault !== null) return expect(result).toEqual({ fault });
  expect(result).toMatchObject({ marks: times.map((time) => ({ at: new Date(on(time)) })) });
});

test('a press is not put right by half a day and more', () => {
  const far = [new Date('2026-03-03T21:00:00Z'), ...pressed.slice(1).map(({ at }) => at)];
  expect(corrected(pressed, far, new Date(on('12:00')))).toEqual({ fault: 0 });
});
