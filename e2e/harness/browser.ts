import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

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
