import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { conversation, row, takeOver } from './harness/desk.ts';
import { post } from './harness/post.ts';
import { openStage } from './harness/stage.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const { baton, desk } = await openStage({ desk: phone });

/** By how many pixels the page is wider than the phone. */
const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test('a case is held and solved on a phone', async () => {
  const { page, complaints } = desk;
  await page.goto(baton.link);
  await page.getByLabel('Your name').waitFor();
  expect(await tooWide(page)).toBe(0);
  await takeOver(page, baton);
  const subject = `Donaudampfschifffahrtsgesellschaftskapitänsmütze${'x'.repeat(60)}`;
  await post(baton, {
    from: 'Harbour Dental Ltd, Amy Roe-Featherstonehaugh of Little Gransden <amy@roe.example>',
    to: 'help@nordlys.example',
    subject,
    text: `Look at https://example.com/${'a'.repeat(300)} please.`,
    attachments: [{ filename: `${'statement-'.repeat(12)}.pdf`, content: 'x' }],
  });
  await row(page, 'Harbour Dental').waitFor();
  expect(await tooWide(page)).toBe(0);

  await row(page, 'Harbour Dental').tap();
  await page.getByRole('heading', { name: subject }).waitFor();
  await conversation(page).getByText('please.').waitFor();
  expect(await tooWide(page)).toBe(0);
  // The list makes room for the case; the way back is at the top.
  await expect.poll(() => row(page, 'Harbour Dental').isVisible()).toBe(false);
  await page.getByRole('link', { name: 'To the cases in your hands' }).tap();
  await row(page, 'Harbour Dental').tap();

  await page.getByRole('button', { name: 'Solve' }).tap();
  const field = page.getByRole('textbox', { name: /^The solution/ });
  await field.fill('The statement is right now.');
  expect(await tooWide(page)).toBe(0);
  await page.getByRole('button', { name: 'Send and solve' }).tap();
  await page.getByRole('heading', { name: 'Your hands are empty' }).waitFor();

  // Without a relay the outbox says that nothing leaves.
  const goTo = async (place: string) => {
    await page.getByRole('button', { name: 'More' }).last().tap();
    await page.getByRole('menuitem', { name: place }).tap();
  };
  await goTo('Outbox');
  await page.getByText('Mail is held here and reaches nobody.').waitFor();
  await expect.poll(() => page.getByText('held here').count()).toBeGreaterThan(1);
  expect(await tooWide(page)).toBe(0);
  await goTo('Mail in');
  await page.locator('td').getByText('new case').waitFor();
  expect(await tooWide(page)).toBe(0);

  // Another language at once, and dark.
  expect(await page.locator('nav > :visible').count()).toBeLessThanOrEqual(5);
  await page.getByRole('button', { name: 'More' }).last().tap();
  await page.getByRole('menuitemradio', { name: 'Magyar' }).tap();
  await page.getByRole('heading', { name: 'Bejövő' }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('hu');
  await page.getByRole('menuitemradio', { name: 'Sötét' }).tap();
  await expect
    .poll(() => page.locator('html').getAttribute('data-mantine-color-scheme'))
    .toBe('dark');
  expect(complaints).toEqual([]);
});
