import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Baton } from '../harness/baton.ts';
import { openDesk } from '../harness/desk.ts';
import { letterThat, type Mailbox } from '../harness/mailbox.ts';
import type { Look, Visit } from './look.ts';

/** The page on which a customer says whether the problem is solved, and what follows. */
export async function customerPages(
  browser: Browser,
  baton: Baton,
  look: Look,
  { mailbox, visit }: { mailbox: Mailbox; visit: Visit },
) {
  const letter = await letterThat(mailbox, ({ text }) => text?.includes('/c/') ?? false);
  const link = letter.text!.match(/https?:\S+\/c\/\S+/)![0];
  const { page, close } = await openDesk(browser, baton, {
    viewport: { width: look.width, height: look.height },
    colorScheme: look.colorScheme,
    locale: look.language,
  });
  await page.goto(link);
  await visit(page, 'customer-page', true);
  await page.goto(`${baton.url}/c/nothing`);
  await visit(page, 'customer-nothing', false);
  await close();
}

/** What customers got, as their mail program shows it. */
export async function mails(browser: Browser, mailbox: Mailbox, folder: string) {
  const page = await browser.newPage({ viewport: { width: 720, height: 640 } });
  for (const [place, letter] of mailbox.letters.entries()) {
    if (!letter.html) continue;
    await page.setContent(`<p>${letter.subject}</p>${letter.html}`);
    const to = letter.envelopeTo[0]!.split('@')[0]!;
    await page.screenshot({ path: join(folder, `mail-${place}-${to}.png`), fullPage: true });
  }
  await page.close();
}
