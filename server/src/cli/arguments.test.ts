import { describe, expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

const simulation = (...args: string[]) => readArguments(['simulate', ...args]);

describe('a company that is to be played', () => {
  test('with what is usual, or with figures of its own', () => {
    expect(simulation()).toEqual({ name: 'simulate', wish: { json: false, options: {} } });
    const args = ['--days', '30', '--agents', '12', '--crashes', '0', '--absences', '3', '--json'];
    expect(simulation(...args)).toEqual({
      name: 'simulate',
      wish: { json: true, options: { days: 30, agents: 12, crashes: 0, absences: 3 } },
    });
  });

  test('with shares of topics, and a holding time for each level', () => {
    const options = { topics: [50, 30, 20], holding: [20, 16, 40] };
    expect(simulation('--topics', '50,30,20', '--holding', '20,16,40')).toEqual({
      name: 'simulate',
      wish: { json: false, options },
    });
  });

  test.each([
    [['--days', '0'], '--days 0 is no whole number from 1 to 100000.'],
    [['--agents', 'many'], '--agents many is no whole number from 3 to 2000.'],
    [['--arrivals', '5,5'], '--arrivals 5,5 is no whole number from 0 to 10000.'],
    [['--holding', '20,16'], 'nor three of them, divided by commas, one for each level.'],
    [['--topics', '50,,20'], 'nor a list of such shares, divided by commas.'],
    [['--speed', '3'], "Unknown option '--speed'"],
  ])('says in a sentence what is wrong with %j', (args, sentence) => {
    expect(() => simulation(...args)).toThrow(sentence);
  });
});
