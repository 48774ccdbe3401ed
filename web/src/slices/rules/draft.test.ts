import { describe, expect, it } from 'vitest';
import { acts, blankAct, blankCondition, draftOf, fields, inputOf, keyed } from './draft.ts';

const topic = '0197f000-0000-7000-8000-000000000001';
const rule = {
  name: 'Refunds',
  team: null,
  active: true,
  when: { on: 'case_opened' as const },
  if: {
    match: 'all' as const,
    of: [
      { field: 'words' as const, words: ['refund'], place: 'both' as const },
      { match: 'any' as const, of: [{ field: 'topic' as const, in: [topic, null] }] },
    ],
  },
  acts: [{ do: 'note' as const, text: 'Look.' }],
};

describe('a draft', () => {
  it('asks for the same again', () => {
    expect(inputOf(draftOf(rule, ''))).toEqual(rule);
  });

  it('is not ready while something is missing', () => {
    expect(inputOf(draftOf(null, ''))).toBeNull();
    expect(inputOf({ ...draftOf(null, ''), name: 'Urgent' })).not.toBeNull();
    expect(inputOf({ ...draftOf(rule, ''), acts: [] })).toBeNull();
    const words = keyed(blankCondition('words'));
    expect(inputOf({ ...draftOf(rule, ''), of: [words] })).toBeNull();
  });

  it('can be begun with every condition and every act', () => {
    expect(fields.map((field) => blankCondition(field).field)).toEqual(fields);
    expect(acts.map((what) => blankAct(what).do)).toEqual(acts);
  });
});
