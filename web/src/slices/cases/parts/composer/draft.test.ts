import { describe, expect, it } from 'vitest';
import { emptyDraft, newKey, readDraft, saysSame } from './draft.ts';

describe('a kept draft', () => {
  it('comes back as it was', () => {
    const files = [{ id: '1', name: 'a.pdf', size: 3 }];
    const draft = { text: 'Dear Ana', html: '<p>Dear Ana</p>', files, key: newKey() };
    const kept = JSON.stringify({ ...draft, version: 7 });
    expect(readDraft(kept)).toEqual({ draft, version: 7 });
  });

  it.each([null, '', '{', '"text"', '{"text":1}', '{"text":"x","files":"y","key":"z"}'])(
    'is none when %s was kept',
    (kept) => {
      expect(readDraft(kept)).toBeNull();
    },
  );

  it('leaves out what is no file', () => {
    const kept = JSON.stringify({ text: 'x', files: [null, { id: 1 }], key: 'k' });
    expect(readDraft(kept)?.draft.files).toEqual([]);
  });
});

it('has another key each time, and says the same all the same', () => {
  expect(emptyDraft().key).toMatch(/^[0-9a-f]{32}$/);
  expect(emptyDraft().key).not.toBe(emptyDraft().key);
  expect(saysSame(emptyDraft(), emptyDraft())).toBe(true);
  expect(saysSame(emptyDraft(), { ...emptyDraft(), text: 'x' })).toBe(false);
});
