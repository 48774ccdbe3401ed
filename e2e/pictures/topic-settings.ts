import type { Page } from 'playwright-core';

/** The pages on which topics, their rules and the reasons for handing over are set up. */
export async function topicSettings(page: Page, picture: (name: string) => Promise<void>) {
  await page.goto('/settings/topics');
  await page
    .getByRole('button', { name: /Billing/ })
    .first()
    .click();
  await page.locator('form').first().waitFor();
  await picture('settings-topics');
  await page.goto('/settings/rules');
  await page.locator('main > button').click();
  await page.locator('form').waitFor();
  await picture('settings-rules');
  for (const name of ['topic-rules', 'hand-over-reasons']) {
    await page.goto(`/settings/${name}`);
    await page.locator('main').waitFor();
    await picture(`settings-${name}`);
  }
}
