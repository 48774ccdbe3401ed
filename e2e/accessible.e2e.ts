import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ana, takeOver } from './harness/desk.ts';
import { openStageWithMail } from './harness/stage.ts';
import type { Look } from './pictures/look.ts';
import { tellStory } from './pictures/story.ts';
import { tour } from './pictures/tour.ts';

const { baton, browser, desk, mailbox } = await openStageWithMail();
await takeOver(desk.page, baton);

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wide: Look = {
  ...{ name: 'wide', language: 'en', colorScheme: 'light' },
  ...{ width: 1280, height: 800 },
};
/** Half of 1280 by 800: what is left of it when everything is twice as large (WCAG 1.4.4, 1.4.10). */
const zoomed = { width: 640, height: 400 };
const phone = { width: 390, height: 844 };
/** A window of 1280 pixels when everything is four times as large (WCAG 1.4.10). */
const smallest = { width: 320, height: 512 };

const standards = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'heading-order': { enabled: true }, 'empty-heading': { enabled: true } },
};
/** What can be wrong in one look and right in another. */
const looks = {
  runOnly: {
    type: 'rule',
    values: ['color-contrast', 'target-size', 'scrollable-region-focusable'],
  },
} satisfies RunOptions;

/**
 * What axe need not do, which is half of its work: tell where all is right, name places by selectors,
 * read style sheets (for a rule that is not asked for). Letters in frames are not ours.
 */
const onlyFaults = {
  resultTypes: ['violations'],
  selectors: false,
  preload: { assets: ['media'] },
  iframes: false,
} satisfies RunOptions;

/** What axe finds wrong, each with the first places where it is. */
async function faults(page: Page, options: RunOptions): Promise<string[]> {
  await stillness(page);
  if ((await found(page, options)).length === 0) return [];
  // Something may just have been coming or changing its colour: what is wrong is so a second time.
  await stillness(page);
  return found(page, options);
}

/** A page into which axe was put. */
type Inside = { axe: { run: (options: RunOptions) => Promise<AxeResults> } };

async function found(page: Page, options: RunOptions): Promise<string[]> {
  const violations = await page.evaluate(
    async (asked) => {
      const { axe } = globalThis as unknown as Inside;
      return (await axe.run(asked)).violations;
    },
    { ...options, ...onlyFaults },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
  );
}

/** By how many pixels the page is wider than its window. */
async function tooWide(page: Page, window: typeof phone): Promise<string[]> {
  await page.setViewportSize(window);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return over > 0 ? [`${over} px wider than ${window.width}`] : [];
}

/** Waits for what still moves or changes its colour, but for what never ends. */
function stillness(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const moves = (one: Animation) =>
      one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity;
    await frame();
    await frame();
    while (document.getAnimations().some(moves)) await frame();
  });
}

/** Looks at a page in light and wide, twice as large, and dark on a phone. */
async function look(page: Page): Promise<string[]> {
  const light = await faults(page, standards);
  const large = await tooWide(page, zoomed);
  await page.emulateMedia({ colorScheme: 'dark' });
  const small = await tooWide(page, smallest);
  const narrow = await tooWide(page, phone);
  const dark = await faults(page, looks);
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...large, ...small, ...narrow, ...dark.map((one) => `dark and narrow: ${one}`)];
}

test('every screen is there for everybody', { timeout: 600_000 }, async () => {
  const cookies = await desk.page.context().storageState();
  const story = await tellStory(baton, mailbox);
  const wrong: string[] = [];
  let seen = 0;
  const pages = new Set<string>();
  const visit = async (page: Page, name: string) => {
    seen += 1;
    // Nothing moves then: what is looked at is what stays (and it is a wish that must be heard).
    await page.emulateMedia({ reducedMotion: 'reduce' });
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
    // What opens on a page that was seen already is looked at in one look.
    const isKnown = pages.has(page.url());
    pages.add(page.url());
    const faulty = isKnown ? await faults(page, standards) : await look(page);
    wrong.push(...faulty.map((one) => `${name}: ${one}`));
  };
  await tour(browser, baton, { look: wide, cookies, story, mailbox, visit });
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(40);
});

test('by keyboard one gets past the navigation, and back to where one was', async () => {
  const { page } = desk;
  await page.goto('/tasks');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  await expect.poll(() => focused.innerText()).toBe('Skip to the content');
  expect(await focused.isVisible()).toBe(true);
  await page.keyboard.press('Enter');
  expect(await focused.getByRole('heading', { level: 1 }).count()).toBe(1);

  const place = page.getByRole('link', { name: 'Settings' });
  await place.focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => place.evaluate((link) => link === document.activeElement)).toBe(true);
});

test('what is refused is said at its field, which gets the focus', async () => {
  const { page } = desk;
  await page.goto('/settings/people/new');
  await page.getByLabel('Name').fill('Otto Berg');
  const address = page.getByLabel('Mail address');
  await address.fill(ana.email);
  await page.getByLabel('Name').press('Enter');
  await page.getByRole('alert').getByText('Mail address: is taken').waitFor();
  await expect.poll(() => address.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await address.getAttribute('aria-invalid')).toBe('true');
  const note = await address.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${note}"]`).innerText()).toContain('is taken');
});
