import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { browsers } from './browser.ts';

// Without it nobody knows what was waited for in vain.
afterEach(async ({ task }) => {
  const [error] = task.result?.errors ?? [];
  if (!error) return;
  const pages = [...browsers].flatMap((one) => one.contexts()).flatMap((one) => one.pages());
  const seen = await Promise.all(pages.map(whatStands));
  error.message += `\n\n${seen.join('\n\n')}\n`;
});

/** What stood on a page when a journey failed, without where its links lead. */
async function whatStands(page: Page): Promise<string> {
  // A page may hang.
  const said = page.locator('body').ariaSnapshot({ timeout: 5_000 });
  const lines = (await said.catch(String)).split('\n').filter((line) => !line.includes('/url:'));
  return [page.url(), ...lines.slice(0, 60)].join('\n');
}
