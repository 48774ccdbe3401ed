import { nothingSaid } from '@baton/contract';
import { expect, test } from 'vitest';
import { saysEnough, subjectOf, urgencyBy } from './said.ts';

test.each([
  ['', 'My line is dead.', false],
  ['Maria', '', false],
  ['Maria', 'My', false],
  ['Maria', 'Hello', false],
  ['Maria', 'Hippopotamuses', false],
  ['Maria', 'My line is dead', true],
  ['林晓梅', '断网', false],
  ['林晓梅', '无法上网', true],
  ['Мария', 'Интернет не работает', true],
])('%j who says %j makes a case: %s', (name, wish, is) => {
  expect(saysEnough({ ...nothingSaid, name, wish })).toBe(is);
});

test.each([
  ['My line is dead. Since Monday.', '', 'My line is dead'],
  ['Is it you?  I was\ncharged twice', '', 'Is it you?'],
  ['无法上网。路由器红灯闪烁。', '', '无法上网'],
  ['My line is dead.', ' Line dead\n', 'Line dead'],
  ['x '.repeat(200), '', `${'x '.repeat(59)}x…`],
])('%j with the subject %j is called %j', (wish, subject, called) => {
  expect(subjectOf({ ...nothingSaid, wish, subject })).toBe(called);
});

test.each([
  [null, 'normal', 'normal'],
  ['none', 'normal', 'normal'],
  ['slowed', 'normal', 'high'],
  ['slowed', 'urgent', 'urgent'],
  ['stopped', 'low', 'urgent'],
] as const)('a business that is %s, in a topic that is %s, is %s', (effect, usual, is) => {
  expect(urgencyBy(effect, usual)).toBe(is);
});
