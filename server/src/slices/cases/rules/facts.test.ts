import type { FactValue, Question } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../kernel/decision.ts';
import { openedCase } from '../testing.ts';
import { askedAgain, faultOf, missingOf, setFacts } from './facts.ts';

const choices = [
  { id: 'red', labels: { en: 'Red' } },
  { id: 'green', labels: { en: 'Green' } },
];
const files = new Set(['statement']);

describe('an answer fits its question', () => {
  it.each<[Question['kind'], FactValue, boolean]>([
    ['text', 'Router 4711', true],
    ['text', 4711, false],
    ['number', 4711, true],
    ['number', '4711', false],
    ['date', '2026-02-28', true],
    ['date', '2026-02-30', false],
    ['date', '28.2.2026', false],
    ['choice', 'red', true],
    ['choice', 'blue', false],
    ['choice', ['red'], false],
    ['choices', ['red', 'green'], true],
    ['choices', ['red', 'blue'], false],
    ['yes_no', false, true],
    ['yes_no', 'no', false],
    ['file', 'statement', true],
    ['file', 'of another case', false],
  ])('%s: %j is %s', (kind, value, fits) => {
    expect(faultOf({ kind, choices }, value, files) === null).toBe(fits);
  });
});

it('lists what must be answered and is not, in the order of asking', () => {
  const questions = ['a', 'b', 'c'].map((id) => ({ id, required: id !== 'b' }));
  expect(missingOf(questions, new Set())).toEqual(['a', 'c']);
  expect(missingOf(questions, new Set(['a', 'b']))).toEqual(['c']);
});

it('writes down which facts were set, and never what they are', () => {
  expect(setFacts(openedCase(), ['q'])).toEqual([{ kind: 'facts_set', questions: ['q'] }]);
  expect(setFacts(openedCase(), [])).toEqual([]);
  expect(isRefusal(setFacts({ ...openedCase(), status: 'merged' }, ['q']))).toBe(true);
});

it.each([
  ['the same answer, taken over', 'B-12', undefined, []],
  ['the same answer, asked again', 'B-12', true, ['model']],
  ['another answer', 'B-13', undefined, ['model']],
  ['no answer', null, true, []],
])('what was known is counted as asked again: %s', (_, value, said, again) => {
  const answer = { question: 'model', value, ...(said === undefined ? {} : { askedAgain: said }) };
  const others = { question: 'year', value: 2019, askedAgain: true };
  expect(askedAgain([answer, others], new Map([['model', 'B-12']]))).toEqual(again);
});
