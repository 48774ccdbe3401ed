import { lazyRouteComponent } from '@tanstack/react-router';
import { fetchPart } from './ui/parts/fetch-part.ts';
import { openAreas } from './words/index.ts';

/** A page that is fetched when it is first gone to, together with the words of its areas. */
export const withWords: (
  areas: string[],
  ...page: Parameters<typeof lazyRouteComponent>
) => ReturnType<typeof lazyRouteComponent> = (areas, page, name) =>
  lazyRouteComponent(async () => {
    const [module] = await fetchPart(() => Promise.all([page(), openAreas(areas)]));
    return module;
  }, name);
