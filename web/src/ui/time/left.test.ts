import { describe, expect, it } from 'vitest';
import { durationMs, leftOf } from './left.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('time left', () => {
  it.each([
    [0, { unit: 'now' }],
    [59_999, { unit: 'now' }],
    [minute, { unit: 'minutes', minutes: 1 }],
    [hour - 1, { unit: 'minutes', minutes: 59 }],
    [72 * minute, { unit: 'hours', hours: 1, minutes: 12 }],
    [20 * hour, { unit: 'hours', hours: 20, minutes: 0 }],
    [48 * hour - 1, { unit: 'hours', hours: 47, minutes: 59 }],
    [48 * hour, { unit: 'days', days: 2, hours: 0 }],
    [7 * 24 * hour + 5 * hour, { unit: 'days', days: 7, hours: 5 }],
    [-72 * minute, { unit: 'hours', hours: 1, minutes: 12 }],
  ])('says %d ms', (ms, said) => {
    expect(leftOf(ms)).toEqual(said);
  });
});

describe('ISO 8601 durations', () => {
  it.each([
    ['PT20H', 20 * hour],
    ['P14D', 14 * 24 * hour],
    ['P2DT4H30M', 52.5 * hour],
    ['PT1M30.5S', 90_500],
    ['-PT4H', -4 * hour],
    ['P1W', 7 * 24 * hour],
    ['nonsense', 0],
  ])('reads %s', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });
});
