import { describe, expect, it } from 'vitest';
import { emptyDraft, isEmpty, newKey, readDraft } from './draft.ts';

describe('a kept draft', () => {
  it('comes back as it was', () => {
    const draft = { text: 'Dear Ana', files: [{ id: '1', name: 'a.pdf', size: 3 }], key: newKey() };
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  });

  it.each([null, '', '{', '"text"', '{"text":1}', '{"text":"x","files":"y","key":"z"}'])(
    'is empty when %s was kept',
    (kept) => {
      expect(isEmpty(readDraft(kept))).toBe(true);
    },
  );

  it('leaves out what is no file', () => {
    const kept = JSON.stringify({ text: 'x', files: [null, { id: 1 }], key: 'k' });
    expect(readDraft(kept).files).toEqual([]);
  });
});

it('has another key each time', () => {
  expect(emptyDraft().key).toMatch(/^[0-9a-f]{32}$/);
  expect(emptyDraft().key).not.toBe(emptyDraft().key);
});
