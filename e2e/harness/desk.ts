import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { bytesOfBase32, codeOfStep, stepOf } from '../../server/src/slices/auth/one-time-codes.ts';
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
    // A page that is not encrypted has no use for it, and the browser says so.
    const unencrypted = message.text().startsWith('The Cross-Origin-Opener-Policy header');
    const isExpected = refused || unencrypted;
    if (message.type() === 'error' && !isExpected) complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}

type Enrolled = { secret: string; recoveryCodes: string[] };

/** Takes the first agent over by the one-time link, as whoever sets Baton up does. */
export async function takeOver(page: Page, baton: Baton): Promise<Enrolled> {
  await page.goto(baton.link);
  await page.getByLabel('Your name').fill(ana.name);
  await page.getByLabel('Mail address').fill(ana.email);
  await page.getByLabel('Password', { exact: true }).fill(ana.password);
  await page.getByRole('button', { name: 'Take over' }).click();
  const enrolled = await enrol(page);
  await page.getByRole('heading', { name: 'In your hands' }).waitFor();
  return enrolled;
}

/** Sets up an authenticator, as everybody has to who signs in for the first time. */
export async function enrol(page: Page): Promise<Enrolled> {
  await page.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
  const secret = (await page.getByTestId('authenticator-key').innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('Code').fill(codeFor(secret));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Recovery codes' }).waitFor();
  const recoveryCodes = await page.getByRole('listitem').allInnerTexts();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  return { secret, recoveryCodes };
}

/** What an authenticator with this secret shows now, or so many steps of thirty seconds later. */
export function codeFor(secret: string, steps = 0): string {
  return codeOfStep(bytesOfBase32(secret), stepOf(new Date()) + steps);
}

/** A case in the list, by what its row says. */
export const row = (page: Page, words: string | RegExp) =>
  page.locator('[data-row]').filter({ hasText: words });

/** Where the conversation of the open case stands. */
export const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });

/** What stands in a field where one writes, whether it is a plain one or one for formatted text. */
export const written = async (field: Locator): Promise<string> =>
  field.evaluate((element) =>
    (element instanceof HTMLTextAreaElement
      ? element.value
      : (element as HTMLElement).innerText
    ).trim(),
  );
