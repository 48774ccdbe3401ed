import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Baton } from '../harness/baton.ts';
import { conversation, openDesk } from '../harness/desk.ts';

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** The picture of the README: a case with an answer half written, in light, 1280 wide. */
export async function readmePicture(
  browser: Browser,
  baton: Baton,
  cookies: Session,
  caseId: string,
): Promise<void> {
  const desk = await openDesk(browser, baton, { colorScheme: 'light', storageState: cookies });
  const { page } = desk;
  await page.goto(`/cases/${caseId}`);
  await conversation(page).getByText('жду звонка').waitFor();
  await page
    .getByRole('textbox', { name: /^Reply to/ })
    .fill('Мария, возврат 490 ₽ оформлен: деньги придут в пятницу.');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.mouse.move(0, 0);
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(import.meta.dirname, '..', '..', 'docs', 'desk.png') });
  await desk.close();
}
