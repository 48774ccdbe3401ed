import type { Topic } from '@baton/contract';
import { expect, it } from 'vitest';
import { inTree } from './topic-tree.ts';

it('puts each topic after the one above it', () => {
  const topic = (id: string, parent: string | null) => ({ id, parent, name: id }) as Topic;
  const topics = [topic('b', null), topic('a', 'd'), topic('c', 'b'), topic('d', null)];
  const placed = inTree(topics).map(({ path }) => path.map(({ id }) => id).join('/'));
  expect(placed).toEqual(['b', 'b/c', 'd', 'd/a']);
});
