import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Baton } from './baton.ts';

export const ana = {
  name: 'Ana Popescu',
  email: 'ana@nordlys.example',
  password: 'correct horse battery',
};

/** A page of the desk, and everything that went wrong in it. */
export type Desk = { page: Page; complaints: string[]; close: () => Promise<void> };

/** Opens a page in a browser of its own; what the policy refuses or a script throws is kept. */
export async function openDesk(
  browser: Browser,
  baton: Baton,
  options: BrowserContextOptions = {},
): Promise<Desk> {
  const context = await browser.newContext({
    baseURL: baton.url,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Bucharest',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refused request is said on the page, and the browser logs it besides.
    const refused = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !refused) complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}

/** Takes the first agent over by the one-time link, as whoever sets Baton up does. */
export async function takeOver(page: Page, baton: Baton): Promise<void> {
  await page.goto(baton.link);
  await page.getByLabel('Your name').fill(ana.name);
  await page.getByLabel('Mail address').fill(ana.email);
  await page.getByLabel('Password', { exact: true }).fill(ana.password);
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.getByRole('heading', { name: 'In your hands' }).waitFor();
}

/** A case in the list, by what its row says. */
export const row = (page: Page, words: string | RegExp) =>
  page.locator('[data-row]').filter({ hasText: words });

/** Where the conversation of the open case stands. */
export const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });
