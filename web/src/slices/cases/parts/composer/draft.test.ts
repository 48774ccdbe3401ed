import { describe, expect, it } from 'vitest';
import { newKey } from '../../../../api/new-key.ts';
import { type Draft, emptyDraft, readDraft, saysSame, sinceSent } from './draft.ts';

describe('a kept draft', () => {
  it('comes back as it was', () => {
    const files = [{ id: '1', name: 'a.pdf', size: 3 }];
    const words = { text: 'Dear Ana', html: '<p>Dear Ana</p>', template: 't' };
    const draft = { ...words, files, key: newKey() };
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
  expect(emptyDraft().key).not.toBe(emptyDraft().key);
  expect(saysSame(emptyDraft(), emptyDraft())).toBe(true);
  expect(saysSame(emptyDraft(), { ...emptyDraft(), text: 'x' })).toBe(false);
});

describe('what was typed after the press', () => {
  const file = (id: string) => ({ id, name: id, size: 1 });
  const said = (text: string, ...files: string[]): Draft => ({
    ...emptyDraft(),
    ...{ text, html: `<p>${text}</p>`, files: files.map(file) },
  });

  it.each([
    ['nothing', said('Done.', 'a'), said('Done.', 'a'), ['', null, []]],
    ['more words', said('Done.', 'a'), said('Done. And', 'a'), ['And', null, []]],
    ['a file', said('Done.', 'a'), said('Done.', 'a', 'b'), ['', null, ['b']]],
    ['other words', said('Done.'), said('Not yet.'), ['Not yet.', '<p>Not yet.</p>', []]],
  ])('stays: %s', (_what, sent, now, [text, html, files]) => {
    const left = sinceSent(now, sent);
    expect([left.text, left.html, left.files?.map(({ id }) => id)]).toEqual([text, html, files]);
  });
});
