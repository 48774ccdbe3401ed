import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/**
 * A name in the network of a company, which leads to this machine. What is opened under it is not
 * encrypted, and the browser knows: other than under the names of the machine itself, it withholds much.
 */
export const unencrypted = 'desk.test';

/** Ours, not the package's: those turn off the same-origin policy and run all in one process. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${unencrypted} 127.0.0.1`,
];

/** Those that are open now. */
export const browsers = new Set<Browser>();

/** A real browser, which arrives by npm. */
export async function openBrowser(): Promise<Browser> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: flags,
    // Without a locale it can give no file a name beyond ASCII.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  browsers.add(browser);
  browser.once('disconnected', () => browsers.delete(browser));
  return browser;
}
