import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { theme, variables } from './theme.ts';

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
      <Notifications position="bottom-right" autoClose={6000} limit={3} />
      {children}
    </MantineProvider>
  );
}
