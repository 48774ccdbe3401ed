import type { IntakeSaid } from '@baton/contract';
import { expect, test } from 'vitest';
import { saysMore } from './says-more.ts';

const who: IntakeSaid = {
  ...{ customer: 'm', name: 'Maria Kuznetsova', spelling: 'M', formOfAddress: 'Mrs' },
  ...{ email: 'm@k.test', phone: '+45 1', language: 'ru', topic: null, wish: '', result: '' },
  ...{ tried: [], effect: null, effectHow: '', deadline: null, stage: null, purpose: null },
  ...{ mood: null, files: [], subject: '', summary: '' },
};

test.each([
  [{}, false],
  [{ wish: 'It is dead.' }, true],
  [{ topic: 't' }, true],
  [{ tried: ['Off and on'] }, true],
  [{ files: ['f'] }, true],
])('with %j besides who it is, more was said: %s', (said, more) => {
  expect(saysMore({ ...who, ...said })).toBe(more);
});
