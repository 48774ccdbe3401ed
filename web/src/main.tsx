import './ui/theme/styles.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { makeQueryClient } from './query-client.ts';
import { makeRouter } from './router.tsx';
import { keepFocus } from './ui/keys/keep-focus.ts';
import { Looks } from './ui/theme/looks.tsx';
import { browserLanguage, prepareWords, speak } from './words/index.ts';

// Without this, zod tries to build functions from text, which the policy of the page refuses.
config({ jitless: true });

const client = makeQueryClient();
const router = makeRouter(client);

await prepareWords();
await speak(browserLanguage());
keepFocus();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Looks>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Looks>
  </StrictMode>,
);

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
  interface HistoryState {
    /** The page of the list from which a case was opened, where it is not that of your hands. */
    list?: string;
  }
}
