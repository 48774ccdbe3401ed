import type { Page } from 'playwright-core';

type Visit = (name: string) => Promise<void>;

/** What asks before something typed is left; and, last of all, the door over a page whose session ended. */
export async function unsaved(page: Page, picture: Visit) {
  await page.goto('/settings/tiers');
  await page.locator('main h1').waitFor();
  await page.locator('main button').last().click();
  await page.locator('main form input').fill('Gold');
  await page.locator('a[href="/tasks"]').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await picture('unsaved');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.context().clearCookies();
  await page.evaluate(() => document.querySelector('form')!.requestSubmit());
  await page.locator('dialog[data-door] input[type="password"]').waitFor();
  await picture('door-over');
}
