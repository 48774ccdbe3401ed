import { expect, it } from 'vitest';
import { minuteMs } from '../../kernel/duration.ts';
import { RepeatedLooks } from './repeated-looks.ts';

it('takes the same look within five minutes for one, and any other for another', () => {
  const looks = new RepeatedLooks();
  expect(looks.isRepeated('ana case 1', 0)).toBe(false);
  looks.note('ana case 1', 0);
  expect(looks.isRepeated('ana case 1', 5 * minuteMs - 1)).toBe(true);
  expect(looks.isRepeated('ana case 1', 5 * minuteMs)).toBe(false);
  expect(looks.isRepeated('tom case 1', 1)).toBe(false);
});

it('forgets the oldest look when there are too many', () => {
  const looks = new RepeatedLooks();
  for (let count = 0; count <= 20_000; count++) looks.note(String(count), 0);
  expect(looks.isRepeated('0', 1)).toBe(false);
  expect(looks.isRepeated('1', 1)).toBe(true);
});
