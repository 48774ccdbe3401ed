import { caseEventKinds, type CaseEventShape } from '@baton/contract';
import { expect, it } from 'vitest';
import { type Saying, sentences } from './sentences.ts';
import { unsaid } from './thread.ts';

it('says each kind of event, or leaves it to the message that shows it', () => {
  const said = [...Object.keys(sentences), ...unsaid];
  expect(said.toSorted()).toEqual([...caseEventKinds].toSorted());
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
