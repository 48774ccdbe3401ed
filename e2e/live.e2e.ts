import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startThrowAwayPostgres } from '../server/test/throw-away-postgres.ts';
import { type Baton, startBaton } from './harness/baton.ts';
import { openBrowser } from './harness/browser.ts';
import {
  ana,
  codeFor,
  conversation,
  type Desk,
  enrol,
  openDesk,
  row,
  takeOver,
  written,
} from './harness/desk.ts';
import { post } from './harness/post.ts';
import { apiOf } from './pictures/people.ts';

let postgres: Awaited<ReturnType<typeof startThrowAwayPostgres>>;
let files: string;
let shared: Record<string, string>;
/** Tom works at another server than Ana, on the same database. */
let baton: Baton;
let other: Baton;
let browser: Browser;
let desk: Desk;
let tom: Desk;
/** Of Ana's authenticator. */
let secret: string;

beforeAll(async () => {
  [postgres, browser, files] = await Promise.all([
    startThrowAwayPostgres(),
    openBrowser(),
    mkdtemp(join(tmpdir(), 'baton-journey-files-')),
  ]);
  shared = {
    DATABASE_URL: postgres.url,
    STORAGE_URL: pathToFileURL(files).href,
    SECRET: 'known to both servers of the same company',
  };
  baton = await startBaton(undefined, shared);
  desk = await openDesk(browser, baton);
  ({ secret } = await takeOver(desk.page, baton));
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([baton?.stop(), other?.stop()]);
  await postgres?.stop();
  await rm(files, { recursive: true, force: true });
});

/** While the line is there, screens ask once a minute only: what comes sooner was told. */
const atOnce = { timeout: 20_000 };

/** A request that fails while the line is cut is logged by the browser. */
const others = ({ complaints }: Desk) => complaints.filter((one) => !one.includes('ERR_'));

const write = (subject: string) =>
  post(baton, {
    from: 'Sofia Lund <sofia@lund.example>',
    to: 'help@nordlys.example',
    subject,
    text: 'It does not work.',
  });

/** What every case is about. */
async function opened(): Promise<string[]> {
  const answer = await desk.page.request.get('/api/cases');
  const { items } = (await answer.json()) as { items: { subject: string }[] };
  return items.map(({ subject }) => subject);
}

/** Lets the lists of cases be answered as they are now, and the answers come later. */
async function holdLists(page: Page) {
  const lists = /\/api\/cases\?owner=me&status=open/;
  const come = Promise.withResolvers<void>();
  const coming: Promise<void>[] = [];
  await page.route(lists, async (route) => {
    const response = await route.fetch();
    coming.push(come.promise.then(() => route.fulfill({ response })));
  });
  const answer = async () => {
    await page.unroute(lists);
    come.resolve();
    await Promise.all(coming);
  };
  return Object.assign(answer, { held: () => coming.length });
}

const notLive = (page: Page) => page.getByText('Not connected.');

test('what happens elsewhere shows by itself, in every tab over one stream', async () => {
  const { page } = desk;
  const second = await page.context().newPage();
  const streams: string[] = [];
  for (const tab of [page, second]) {
    tab.on('request', (request) => {
      if (request.url().endsWith('/api/live')) streams.push(request.url());
    });
  }
  await page.reload();
  await page.getByRole('heading', { name: 'In your hands' }).waitFor();
  await expect.poll(() => streams.length).toBe(1);
  await second.goto(baton.url);
  await second.getByRole('heading', { name: 'In your hands' }).waitFor();

  await write('No light in the hall');
  await row(page, 'No light in the hall').waitFor(atOnce);
  await row(second, 'No light in the hall').waitFor(atOnce);

  await row(page, 'No light in the hall').click();
  await conversation(page).getByText('It does not work.').waitFor();
  await row(second, 'No light in the hall').click();
  await conversation(second).getByText('It does not work.').waitFor();
  await second.keyboard.press('n');
  await second.keyboard.type('The fuse, perhaps.');
  await second.keyboard.press('Control+Enter');
  await conversation(page).getByText('The fuse, perhaps.').waitFor(atOnce);

  // When the tab that keeps the stream closes, the other takes over. What comes before its line is open
  // shows then, also where the lists were answered a moment ago.
  expect(streams.length).toBe(1);
  const isOpen = Promise.withResolvers<void>();
  await second.route('**/api/live', async (route) => {
    await isOpen.promise;
    await route.continue();
  });
  await page.close();
  desk.page = second;
  const answerLists = await holdLists(second);
  await second.keyboard.type('Or the bulb.');
  await second.keyboard.press('Control+Enter');
  await expect.poll(answerLists.held).toBe(2);
  await write('No light in the cellar');
  await expect.poll(opened).toContain('No light in the cellar');
  await answerLists();
  isOpen.resolve();
  await row(second, 'No light in the cellar').waitFor(atOnce);
  expect(streams.length).toBe(2);
});

test('after a lost line and after sleep what was missed is there, once', async () => {
  const { page } = desk;
  await page.context().setOffline(true);
  await notLive(page).waitFor({ timeout: 60_000 });
  await write('No light at all');
  await page.context().setOffline(false);
  await row(page, 'No light at all').waitFor();
  await notLive(page).waitFor({ state: 'detached' });

  // A lid that closes stops the page in the middle of whatever it does.
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await write('No light on the stairs');
  await expect.poll(opened, atOnce).toContain('No light on the stairs');
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await row(page, 'No light on the stairs').waitFor(atOnce);
  for (const subject of await opened()) expect(await row(page, subject).count()).toBe(1);

  // A page that was never opened before comes when the line is back.
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.waitForURL('**/settings');
  await page.context().setOffline(false);
  await page.getByRole('navigation', { name: 'Settings' }).waitFor();
  expect(others(desk)).toEqual([]);
});

type Named = { id: string; name: string };

/** Tom, a colleague in the front line, comes in by his own link, at the other server. */
async function bringInTom() {
  other = await startBaton(undefined, shared);
  const admin = await apiOf(baton, 'admin');
  const teams = (await admin<{ items: Named[] }>('GET', '/api/teams')).items;
  const front = teams.find(({ name }) => name === 'Front line')!;
  const { id } = await admin<Named>('POST', '/api/agents', {
    name: 'Tom Berg',
    email: 'tom@nordlys.example',
    teams: [{ team: front.id }],
  });
  const { url } = await admin<{ url: string }>('POST', `/api/agents/${id}/sign-in-link`);
  tom = await openDesk(browser, other);
  await tom.page.goto(url.replace(baton.url, other.url));
  await tom.page.getByLabel('Password', { exact: true }).fill('another horse battery');
  await tom.page.getByRole('button', { name: 'Take over' }).click();
  await enrol(tom.page);
  await tom.page.getByRole('heading', { name: 'Your hands are empty' }).waitFor();
}

test('two agents in one case, at two servers, see each other for as long as they are there', async () => {
  const { page } = desk;
  await bringInTom();
  await page.goto('/');
  await row(page, 'No light at all').click();
  await page.getByRole('heading', { name: 'No light at all' }).waitFor();
  const place = new URL(page.url()).pathname;
  await tom.page.goto(place);
  const toms = page.getByRole('status').getByText('Tom Berg');
  await page.getByText('Tom Berg looks at this').waitFor(atOnce);
  await tom.page.getByText('Ana Popescu looks at this').waitFor(atOnce);

  await page.keyboard.press('r');
  await page.keyboard.type('It will be repaired');
  await tom.page.getByText('Ana Popescu is writing to the customer').waitFor(atOnce);
  await tom.page.keyboard.press('n');
  await tom.page.keyboard.type('The whole street is dark.');
  await page.getByText('Tom Berg is writing a note').waitFor(atOnce);
  await tom.page.keyboard.press('Control+Enter');
  await conversation(page).getByText('The whole street is dark.').waitFor(atOnce);
  // What one writes stays when another's words arrive.
  await page.keyboard.type(' today.');
  const reply = page.getByRole('textbox', { name: 'Reply to Sofia Lund' });
  expect(await written(reply)).toBe('It will be repaired today.');

  // A page that dies says no good-bye, as a closed lid and a lost line; one that is left does.
  const before = tom.page;
  tom.page = await before.context().newPage();
  await crash(before);
  await toms.waitFor({ state: 'detached' });
  await tom.page.goto(place);
  await toms.waitFor(atOnce);
  await tom.page.goto('/notices');
  await toms.waitFor({ state: 'detached', timeout: 30_000 });
});

/** Kills the process of a page, as a browser out of memory does. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await gone;
}

test('a server that restarts, and a session that ends meanwhile, cost nobody a word', async () => {
  const { page } = desk;
  const reply = page.getByRole('textbox', { name: 'Reply to Sofia Lund' });
  const { DATA_DIR: _, ...same } = baton.environment;
  await baton.stop();
  await notLive(page).waitFor({ timeout: 30_000 });
  await page.keyboard.type(' By noon.');
  const elsewhere = await apiOf(other, 'admin');
  const place = new URL(page.url()).pathname;
  await elsewhere('POST', `/api${place}/notes`, { text: 'The street has light again.' });
  baton = await startBaton(undefined, same);
  await notLive(page).waitFor({ state: 'detached', timeout: 30_000 });
  await conversation(page).getByText('The street has light again.').waitFor(atOnce);
  expect(await written(reply)).toBe('It will be repaired today. By noon.');

  // The session ends while one writes: the door stands over the page, and what was typed stays.
  await page.keyboard.type(' Promised.');
  await page.evaluate(() => fetch('/api/auth/sign-out', { method: 'POST' }));
  const door = page.getByRole('dialog', { name: 'Sign in' });
  await door.getByLabel('Password', { exact: true }).fill(ana.password);
  await door.getByRole('button', { name: 'Sign in', exact: true }).click();
  const step = page.getByRole('dialog', { name: 'Second factor' });
  await step.getByLabel('Code').fill(codeFor(secret, 1));
  await step.getByLabel('Code').press('Enter');
  await step.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'No light at all' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(place);
  await expect.poll(() => written(reply)).toBe('It will be repaired today. By noon. Promised.');
  expect(others(tom)).toEqual([]);
  expect(others(desk)).toEqual([]);
});
