import { MantineProvider } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { theme, variables } from './theme.ts';

/** Fetched after the page stands: what is said meanwhile shows as soon as it is there. */
const Notifications = lazy(async () => ({
  default: (await import('@mantine/notifications')).Notifications,
}));

/** What the server allows in this page's `<style>` elements; empty during development. */
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

// Where the library that stops the page behind a dialog from scrolling looks for it.
Object.assign(globalThis, { __webpack_nonce__: nonce });

/** The theme, in the scheme that the person chose or the system asks for. */
export function Looks({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      // All variables are written at start, so that the file with their defaults is not needed.
      deduplicateCssVariables={false}
      getStyleNonce={() => nonce}
    >
      <Suspense fallback={null}>
        {/* As wide as the side of a case, so that nobody's button to send is behind them. */}
        <Notifications position="bottom-right" containerWidth={250} autoClose={6000} limit={3} />
      </Suspense>
      {children}
    </MantineProvider>
  );
}
