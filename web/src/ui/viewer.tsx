import type { Language } from '@baton/contract';
import { createContext, use } from 'react';

/** Who looks: in which language, and in which zone times are shown. */
export type Viewer = { language: Language; zone: string };

export const ViewerContext = createContext<Viewer>({ language: 'en', zone: 'UTC' });

export function useViewer(): Viewer {
  return use(ViewerContext);
}
