import { lazy, type ReactNode } from 'react';
import { openAreas } from '../../words/index.ts';
import { fetchPart } from './fetch-part.ts';

/** What is fetched when it is first shown, together with the words of its areas. */
export function lazyPart<P>(part: () => Promise<(props: P) => ReactNode>, ...areas: string[]) {
  return lazy(async () => {
    const [found] = await fetchPart(() => Promise.all([part(), openAreas(areas)]));
    return { default: found };
  });
}
