import type { Topic } from '@baton/contract';

/** A topic in its place: the way to it from the root, itself included. */
export type Placed = { topic: Topic; path: Topic[] };

/** All topics as they stand in the tree: each followed by those below it. */
export function inTree(
  topics: Topic[],
  parent: string | null = null,
  path: Topic[] = [],
): Placed[] {
  return topics
    .filter((topic) => topic.parent === parent)
    .flatMap((topic) => {
      const own = [...path, topic];
      return [{ topic, path: own }, ...inTree(topics, topic.id, own)];
    });
}
