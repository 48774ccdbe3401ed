import { afterAll, beforeAll, expect, test } from 'vitest';
import { browsers, openBrowser } from './harness/browser.ts';
import { openDesk, row, takeOver } from './harness/desk.ts';
import { copyCase } from './harness/many.ts';
import { openStage } from './harness/stage.ts';
import { apiOf } from './pictures/people.ts';
import { openBeside } from './pictures/time.ts';

const { baton, desk } = await openStage();
let { page, complaints } = desk;
const list = () => page.getByRole('region', { name: 'In your hands' });

afterAll(async () => {
  for (const one of browsers) await one.close();
});

beforeAll(async () => {
  await takeOver(page, baton);
  const admin = await apiOf(baton, 'admin');
  const { id } = await admin<{ id: string }>('POST', '/api/cases', {
    customer: { email: 'sofia@lund.example', name: 'Sofia Lund' },
    subject: 'No light',
    text: 'It does not work.',
  });
  const opened = await openBeside(baton);
  await copyCase(opened, id, 9_999);
  await opened.close();
});

const print = (line: string) => process.stdout.write(`${line}\n`);

type Scrolled = { shifts: number; gaps: number; frames: number; mostRows: number };

/**
 * Scrolls the list to its end, two screens a frame. Counts what a person would see: rows that move
 * by themselves (Layout Instability API), and frames in which there is no row where one should be.
 * Null where the browser draws no more, while the page lives: a fault of this browser, seldom and
 * beside a load, after which it makes no picture of any page.
 */
function scrollToEnd(): Promise<Scrolled | null> {
  const list = document.querySelector('section[aria-labelledby="hands-title"]')!;
  const seen: Scrolled = { shifts: 0, gaps: 0, frames: 0, mostRows: 0 };
  const observer = new PerformanceObserver((entries) => {
    const shifts = entries.getEntries() as (PerformanceEntry & {
      sources: { node: Node | null }[];
    })[];
    // The way to the next page makes room for it, and within a row the time left may get shorter by a
    // digit; rows stay where they are.
    const ofRows = ({ node }: { node: Node | null }) =>
      node instanceof Element && node.matches('ol > li, ol > li > [data-row]');
    seen.shifts += shifts.filter(({ sources }) => sources.some(ofRows)).length;
  });
  observer.observe({ type: 'layout-shift' });
  return new Promise((resolve) => {
    // A page that is busy does not look at the clock either.
    let looks = 0;
    const clock = setInterval(() => {
      looks += 1;
      if (looks === 10) end(null);
    }, 1_000);
    const end = (result: Scrolled | null) => {
      clearInterval(clock);
      observer.disconnect();
      resolve(result);
    };
    const frame = () => {
      looks = 0;
      seen.frames += 1;
      const { left, top, width, height } = list.getBoundingClientRect();
      const inMiddle = document.elementFromPoint(left + width / 2, top + height / 2);
      const atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
      const last = [...list.querySelectorAll('li[aria-setsize]')].at(-1);
      if (!atEnd && !inMiddle?.closest('[data-row]')) seen.gaps += 1;
      seen.mostRows = Math.max(seen.mostRows, list.querySelectorAll('[data-row]').length);
      if (last?.getAttribute('aria-posinset') === '10000' && atEnd) {
        end(seen);
        return;
      }
      list.scrollTop += list.clientHeight * 2;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** The same, in another browser where one draws no more. */
async function scrolled(browsersLeft: number): Promise<Scrolled> {
  await page.goto('/');
  await row(page, 'No light').first().waitFor();
  const seen = await page.evaluate(scrollToEnd);
  if (seen) return seen;
  expect(browsersLeft, 'the browser draws no more').toBeGreaterThan(0);
  print('the browser draws no more; again in another one');
  const storageState = await page.context().storageState();
  ({ page, complaints } = await openDesk(await openBrowser(), baton, { storageState }));
  return scrolled(browsersLeft - 1);
}

const place = () => list().evaluate((element) => element.scrollTop);

test('ten thousand cases are scrolled through without a jump or a gap', async () => {
  const { shifts, gaps, frames, mostRows } = await scrolled(2);
  print(`10,000 cases: ${frames} frames, at most ${mostRows} rows on the page`);
  expect({ shifts, gaps }).toEqual({ shifts: 0, gaps: 0 });
  expect(mostRows).toBeLessThan(200);
}, 240_000);

test('one comes back to the place in the list that one left', async () => {
  const end = await place();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
  const chosen = await focused();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'No light' }).waitFor();
  await expect.poll(() => new URL(page.url()).pathname).toBe(chosen);
  await page.keyboard.press('Escape');
  await page.getByText('Choose a case from the list.').waitFor();
  await expect.poll(() => focused()).toBe(chosen);
  expect(Math.abs((await place()) - end)).toBeLessThan(200);
  const before = await place();

  // By another page, and on a screen on which a case takes the place of the list.
  await page.getByRole('link', { name: 'Tasks' }).click();
  await page.getByRole('heading', { name: 'Tasks' }).waitFor();
  await page.getByRole('link', { name: /^In your hands/ }).click();
  await expect.poll(place).toBe(before);
  await page.setViewportSize({ width: 1000, height: 800 });
  const last = row(page, 'No light').last();
  await last.scrollIntoViewIfNeeded();
  const narrower = await place();
  await last.click();
  await page.getByRole('heading', { name: 'No light' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(place).toBe(narrower);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('a case opens at once', async () => {
  await page.goto('/');
  await row(page, 'No light').first().waitFor();
  const times: { known: number; whole: number }[] = [];
  for (let index = 0; index < 10; index++) {
    times.push(await page.evaluate(openNth, index));
  }
  const median = (part: 'known' | 'whole') =>
    times.map((one) => Math.round(one[part])).toSorted((a, b) => a - b)[5];
  print(
    `from the list to an open case: ${median('known')} ms until the list's part stands, ${median('whole')} ms until all is there (medians of ten)`,
  );
  expect(complaints).toEqual([]);
});

/** Opens a row; ms until what the list knows of it stands, and until one can read and write. */
async function openNth(index: number): Promise<{ known: number; whole: number }> {
  const link = document.querySelectorAll<HTMLElement>('[data-row]')[index]!;
  const begun = performance.now();
  const until = async (stands: () => unknown) => {
    while (!stands()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - begun;
  };
  const main = () => document.querySelector('main')!;
  const before = main();
  link.click();
  const known = await until(() => main() !== before && main().textContent?.includes('No light'));
  const whole = await until(
    () =>
      main().querySelector('h1') && main().querySelector('article') && main().querySelector('form'),
  );
  return { known, whole };
}
