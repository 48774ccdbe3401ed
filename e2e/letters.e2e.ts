import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policyOfLetters } from '../server/src/platform/http-headers.ts';
import { letterPage } from '../server/src/slices/letters/page.ts';
import { hostileLetters } from '../server/src/slices/letters/hostile-letters.ts';
import { makeSafe } from '../server/src/slices/letters/sanitise/make-safe.ts';
import { conversation, row, takeOver } from './harness/desk.ts';
import { post } from './harness/post.ts';
import { openStage } from './harness/stage.ts';

const { baton, browser, desk } = await openStage();

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const sandbox = 'allow-popups allow-popups-to-escape-sandbox';

/** Serves pages of letters under the policy of letters, and a page with a frame for each. */
async function openWall(pages: Map<string, string>) {
  const server = createServer((request, response) => {
    const page = pages.get(request.url!.slice(1));
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (page !== undefined) response.setHeader('content-security-policy', policyOfLetters);
    const frames = [...pages.keys()].map(
      (name) => `<iframe sandbox="${sandbox}" src="/${name}"></iframe>`,
    );
    response.end(page ?? `<!doctype html><title>wall</title>${frames.join('')}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

/** What pages under a wall ask for elsewhere, open, or say. */
async function watched(page: Page) {
  const seen: string[] = [];
  await page.context().route('https://evil.example/**', (route) => {
    seen.push(route.request().url());
    return route.abort();
  });
  page.on('dialog', (dialog) => seen.push(`said ${dialog.message()}`));
  page.context().on('page', (opened) => seen.push(`opened ${opened.url()}`));
  return seen;
}

describe('what letters try comes to nothing in a browser', () => {
  const pages = new Map<string, string>();
  let wall: Awaited<ReturnType<typeof openWall>>;
  beforeAll(async () => {
    for (const [name, letter] of Object.entries(hostileLetters())) {
      const safe = makeSafe(letter);
      const parts = letterPage(safe, { look: 'light', language: 'en' }, async () => null);
      pages.set(`safe-${pages.size}`, (await Array.fromAsync(parts)).join(''));
      // Were the sanitiser of no use, the frame alone must hold; a megabyte of it shows no more.
      if (letter.length < 100_000) pages.set(`raw-${name.replaceAll(' ', '-')}`, letter);
    }
    wall = await openWall(pages);
  });
  afterAll(() => void wall.server.close());

  test('made safe, and even as it came, it runs nothing and fetches nothing', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const seen = await watched(page);
    await page.goto(wall.url);
    await page.waitForLoadState('networkidle');
    const frames = page.mainFrame().childFrames();
    expect(frames).toHaveLength(pages.size);
    for (const frame of frames) {
      // A letter that led its frame elsewhere would not be where it was.
      expect(frame.url()).toContain(wall.url);
      if (!frame.url().includes('/safe-')) continue;
      expect(await frame.locator('main').innerText()).toContain('Hello');
      expect(await frame.locator('script, style:not(head style), form, iframe, svg').count()).toBe(
        0,
      );
    }
    expect(seen).toEqual([]);
    await context.close();
  });
});

test('a letter is read as it was written, with its picture, its quotation folded', async () => {
  const { page, complaints } = desk;
  const seen = await watched(page);
  await page.goto(baton.link);
  await takeOver(page, baton);
  await post(baton, {
    from: 'Maria <maria@roe.example>',
    to: 'help@nordlys.example',
    subject: 'Red light',
    html:
      `<p style="color:#b00">The light is <b>red</b>.</p><img src="cid:light@x" alt="The light" width="40">` +
      `<img src="https://evil.example/a.png"><script>fetch('https://evil.example/run')</script>` +
      `<p><a href="https://bank.example@shop.example/pay">bank.example</a></p>` +
      `<div class="gmail_quote">Ana wrote: <blockquote>Which colour?</blockquote></div>`,
    attachments: [{ filename: 'light.png', cid: 'light@x', content: Buffer.from(pixel, 'base64') }],
  });
  await row(page, 'Red light').click();
  const frame = conversation(page).frameLocator('iframe[title="Letter from Maria"]');
  await frame.getByText('The light is red.').waitFor();
  const picture = frame.getByAltText('The light');
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
  expect(await frame.getByText('Which colour?').isVisible()).toBe(false);
  await frame.getByLabel('Earlier messages').click();
  await frame.getByText('Which colour?').waitFor();
  const link = frame.getByRole('link', { name: 'bank.example' });
  await link.hover();
  expect(await link.evaluate((element) => getComputedStyle(element, '::after').content)).toBe(
    '"shop.example/pay"',
  );

  // The server may not ask inside, nor what there is not; it says so.
  await conversation(page).getByRole('button', { name: 'Load 1 picture from elsewhere' }).click();
  await conversation(page).getByText('1 picture could not be loaded.').waitFor();
  await conversation(page).getByRole('button', { name: 'Show as text' }).click();
  await conversation(page).getByText('The light is red.').waitFor();
  await page.reload();
  await conversation(page).getByRole('button', { name: 'Show as written' }).waitFor();

  const download = page.waitForEvent('download');
  await conversation(page).getByRole('link', { name: 'Original' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.eml$/);
  expect(seen).toEqual([]);
  // What looks into the frame for this test is a script, too, and is refused.
  const own = (one: string) => /^Blocked script execution in '[^']*\/letter\?/.test(one);
  expect(complaints.filter((one) => !own(one))).toEqual([]);
});

/** Whether any of it is within the part of the conversation that is in sight. */
const isInSight = (words: Locator) =>
  words.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const shown = element.closest('section')!.getBoundingClientRect();
    return bottom > shown.top && top < shown.bottom;
  });

test('a long letter is opened at its beginning, and what one answers is in sight', async () => {
  const { page } = desk;
  const days = Array.from({ length: 60 }, (_, day) => `On day ${day + 1} I called again.`);
  await post(baton, {
    from: 'Gustav <gustav@long.example>',
    to: 'help@nordlys.example',
    subject: 'The whole story',
    text: days.join('\n\n'),
  });
  await row(page, 'The whole story').click();
  await page.getByRole('heading', { name: 'The whole story' }).waitFor();
  const letter = conversation(page).locator('article').filter({ hasText: 'On day 60' });
  await expect.poll(() => isInSight(letter.locator('header'))).toBe(true);
  await page.getByRole('button', { name: 'Bold', exact: true }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('Tomorrow at ten we come.');
  await page.keyboard.press('Control+Enter');
  const ours = conversation(page).locator('article').filter({ hasText: 'Tomorrow at ten' });
  await expect.poll(() => isInSight(ours)).toBe(true);
});
