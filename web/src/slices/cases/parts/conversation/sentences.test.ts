import { caseEventKinds, type CaseEventShape } from '@baton/contract';
import { expect, it } from 'vitest';
import first from '../../../../words/en.json';
import { eventAreas } from './event-areas.ts';
import { type Saying, sentences } from './sentences.ts';

const areas = import.meta.glob<object>('../../../../words/areas/*/en.json', {
  ...{ eager: true, import: 'default' },
});

const [source] = Object.values(
  import.meta.glob<string>('./sentences.ts', { eager: true, query: '?raw', import: 'default' }),
);

it('has words for each kind of event', () => {
  expect(Object.keys(sentences).toSorted()).toEqual([...caseEventKinds].toSorted());
});

it('says them in words that are there where they are said', () => {
  // What the conversation leaves to the messages is said only where it stands who was told.
  const opened = [...eventAreas, 'notice-ledger'].map(
    (area) => areas[`../../../../words/areas/${area}/en.json`]!,
  );
  const there = new Set([first, ...opened].flatMap((words) => Object.keys(words)));
  const used = [...source!.matchAll(/['`]([a-z]\w*)\.[\w.${}]+['`]/g)].map(
    ([, section]) => section!,
  );
  expect(used.length).toBeGreaterThan(50);
  expect(used.filter((section) => !there.has(section))).toEqual([]);
});

it.each(Object.entries(sentences))('has words for %s, whoever did it', (_, sentence) => {
  const value = (key: string) => key;
  for (const kind of ['agent', 'baton'] as const) {
    const event = { actor: { kind, id: null, name: null }, data: {} } as unknown as CaseEventShape;
    // What the words are is proved by words.test.ts; here each sentence names a text that is there.
    const say = {
      t: ((key: string) => `words of ${key}`) as unknown as Saying['t'],
      event,
      actor: 'Ana',
      count: () => 1,
      ...{ text: value, agent: value, time: value, length: value },
      ...{ topic: value, rule: value, reason: value },
    };
    expect(sentence(say)).toMatch(/^words of [a-z]+\.[\w.]+$/i);
  }
});
