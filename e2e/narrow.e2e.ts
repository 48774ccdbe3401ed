import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { unencrypted } from './harness/browser.ts';
import { ana, conversation, row, takeOver } from './harness/desk.ts';
import { post } from './harness/post.ts';
import { openStage } from './harness/stage.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

// In the network of a company, to which no certificate belongs.
const { baton, desk } = await openStage({ desk: phone, name: unencrypted });

/** By how many pixels the page is wider than the phone. */
const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Which language the page speaks, and which names in the bar are cut in it. */
const barOf = (page: Page) =>
  page.evaluate(() => ({
    language: document.documentElement.lang,
    cut: [...document.querySelectorAll<HTMLElement>('nav span')]
      .filter((name) => name.scrollWidth > name.clientWidth && name.clientWidth > 0)
      .map((name) => name.innerText),
  }));

/** Where the large buttons of a case lie: over the page, above the bar, each name whole. */
const largeOf = (page: Page, names: string[]) =>
  page.evaluate((sought) => {
    const bar = document.querySelector('nav')!.getBoundingClientRect();
    return [...document.querySelectorAll<HTMLElement>('main header button')]
      .filter((button) => sought.includes(button.innerText.trim()))
      .map((button) => {
        const { left, top, bottom, right } = button.getBoundingClientRect();
        const label = button.querySelector<HTMLElement>('.mantine-Button-label')!;
        return {
          isInReach: top > bar.top - 90 && bottom <= bar.top && left > 0 && right < bar.right,
          isHit: button.contains(document.elementFromPoint(left + 20, top + 20)),
          isWhole: label.scrollWidth <= label.clientWidth,
        };
      });
  }, names);

const ground = (button: Locator) =>
  button.evaluate((element) => getComputedStyle(element).backgroundColor);

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
    text: `${'A line of a long letter.\n'.repeat(60)}Look at https://example.com/${'a'.repeat(300)} please.`,
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

  // A key finds what has scrolled out of sight.
  await conversation(page).getByText('please.').scrollIntoViewIfNeeded();
  await page.keyboard.press('.');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('menu').count()).toBe(0);

  // Solve and Pass up stay in reach wherever one reads, in every language; the bar names each place.
  const languages: Record<string, [name: string, ...large: string[]]> = {
    ro: ['Română', 'Rezolvă', 'Trimite mai sus'],
    hu: ['Magyar', 'Megoldás', 'Feljebb adás'],
    zh: ['中文', '解决', '上交'],
    ru: ['Русский', 'Решить', 'Передать выше'],
    da: ['Dansk', 'Løs', 'Send op'],
    en: ['English', 'Solve', 'Pass up'],
  };
  const inReach = { isInReach: true, isHit: true, isWhole: true };
  for (const [language, [name, ...large]] of Object.entries(languages)) {
    await page.locator('nav button').last().tap();
    await page.getByRole('menuitemradio', { name }).tap();
    await expect.poll(() => barOf(page)).toEqual({ language, cut: [] });
    await page.keyboard.press('Escape');
    await expect.poll(() => largeOf(page, large)).toEqual([inReach, inReach]);
    expect(await tooWide(page)).toBe(0);
  }
  // What gets the focus does not stand behind them (WCAG 2.4.11).
  const last = page.getByRole('complementary').getByRole('button').last();
  await page.evaluate(() => scrollTo(0, 0));
  await last.focus();
  await expect
    .poll(async () => {
      const [button, large] = await Promise.all([
        last.boundingBox(),
        page.getByRole('button', { name: 'Solve' }).boundingBox(),
      ]);
      return button!.y + button!.height <= large!.y;
    })
    .toBe(true);

  // What is not to be pressed next does not look so: the other ways to send, while nothing can be sent.
  const solve = page.getByRole('button', { name: 'Solve' });
  const ways = page.getByRole('button', { name: 'More ways to send' });
  expect(await ground(ways)).not.toBe(await ground(solve));

  await solve.tap();
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

  // What the server says of a field is said in the language that is spoken.
  await page.goto('/settings/people/new');
  await page.getByLabel('Név', { exact: true }).fill('Otto Berg');
  await page.getByLabel('E-mail-cím').fill(ana.email);
  await page.getByRole('button', { name: 'Hozzáadás' }).tap();
  await page.getByRole('alert').getByText('E-mail-cím: már foglalt').waitFor();
  expect(await tooWide(page)).toBe(0);
  expect(complaints).toEqual([]);
});
