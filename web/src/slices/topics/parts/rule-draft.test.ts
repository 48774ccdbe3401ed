import { expect, it } from 'vitest';
import { draftOf, ruleOf } from './rule-draft.ts';

it('keeps what was written, and makes no condition of what was left empty', () => {
  const draft = { ...draftOf(null), name: 'a', topic: 't', words: 'refund\n', wordsIn: 'subject' };
  const rule = ruleOf(draft);
  expect(rule.conditions).toEqual({ words: ['refund'], wordsIn: 'subject' });
  expect(ruleOf({ ...draft, words: '' }).conditions).toEqual({});
  const kept = { id: 'r', ...rule, topic: { id: 't', name: 'T' } };
  expect(ruleOf(draftOf(kept))).toEqual(rule);
});
