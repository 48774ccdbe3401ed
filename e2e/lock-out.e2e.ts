import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Baton, startBaton } from './harness/baton.ts';
import { openBrowser } from './harness/browser.ts';
import { ana, codeFor, type Desk, enrol, openDesk, takeOver } from './harness/desk.ts';
import { post } from './harness/post.ts';
import { startThrowAwayPostgres } from '../server/test/throw-away-postgres.ts';

let postgres: Awaited<ReturnType<typeof startThrowAwayPostgres>>;
let files: string;
/** The thief works at another server than the administrator. */
let baton: Baton;
let other: Baton;
let browser: Browser;
let admin: Desk;
let thief: Desk;
/** Of the administrator's authenticator. */
let secret: string;
beforeAll(async () => {
  [postgres, browser, files] = await Promise.all([
    startThrowAwayPostgres(),
    openBrowser(),
    mkdtemp(join(tmpdir(), 'baton-journey-files-')),
  ]);
  const shared = {
    DATABASE_URL: postgres.url,
    STORAGE_URL: pathToFileURL(files).href,
    SECRET: 'known to both servers of the same company',
  };
  other = await startBaton(undefined, shared);
  baton = await startBaton(undefined, shared);
  admin = await openDesk(browser, baton);
  ({ secret } = await takeOver(admin.page, baton));
  thief = await openDesk(browser, other);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([baton?.stop(), other?.stop()]);
  await postgres?.stop();
  await rm(files, { recursive: true, force: true });
});

/** Makes an agent of the front line, and the link by which they come in. */
async function colleague({ page }: Desk, name: string): Promise<string> {
  return page.evaluate(async (name) => {
    const send = async (method: string, path: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(path, { method, headers, body: JSON.stringify(body) });
      return (await answer.json()) as { id: string; url: string };
    };
    const teams = await fetch('/api/teams').then((answer) => answer.json());
    const agent = await send('POST', '/api/agents', {
      name,
      email: `${name.toLowerCase()}@nordlys.example`,
      teams: [{ team: teams.items[0].id }],
    });
    return (await send('POST', `/api/agents/${agent.id}/sign-in-link`, {})).url;
  }, name);
}

test('a stolen desk is shut at once, and what it saw is told', async () => {
  const link = await colleague(admin, 'Ben');
  await thief.page.goto(link.replace(baton.url, other.url));
  await thief.page.getByLabel('Password', { exact: true }).fill('a long enough battery horse');
  await thief.page.getByRole('button', { name: 'Take over' }).click();
  await enrol(thief.page);
  await thief.page.getByRole('heading', { name: 'In your hands' }).waitFor();
  const from = 'Maria Popescu <maria@customer.test>';
  const letter = { from, to: 'help@nordlys.test', subject: 'Router', text: 'It blinks red.' };
  await post(baton, letter);
  await expect
    .poll(
      () =>
        thief.page.evaluate(async () => {
          const found = await fetch('/api/cases').then((answer) => answer.json());
          for (const { id } of found.items) await fetch(`/api/cases/${id}`);
          return found.items.length as number;
        }),
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);

  await thief.page.goto('/security');
  await thief.page.getByLabel('Current password').fill('Typed by the thief');
  const second = await thief.page.context().newPage();
  await second.goto(`${other.url}/tasks`);
  await second.getByRole('button', { name: 'Ben' }).waitFor();
  const asked: string[] = [];
  thief.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });

  const { page } = admin;
  await page.goto('/settings/drill');
  await page.getByText('Nobody was locked out yet').waitFor();
  await page.getByLabel('Agent').selectOption('Ben');
  await page.getByLabel('What happened').fill('Laptop stolen on the train.');
  await page.getByRole('button', { name: 'Lock out' }).click();
  await page.getByText('Ben is signed out everywhere at once').waitFor();
  await page.getByRole('button', { name: 'Lock out now' }).click();
  await page.getByRole('heading', { name: 'Incident 1 · Ben' }).waitFor();
  await page.getByText('1 session ended.').waitFor();
  await page.getByRole('cell', { name: 'Maria Popescu' }).waitFor();

  const gone = await thief.page.evaluate(() => fetch('/api/me').then(({ status }) => status));
  expect(gone).toBe(401);
  // Their desk closes by itself, and shows nothing of what stood there.
  const door = thief.page.getByRole('dialog', { name: 'Sign in' });
  await door.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  expect(await thief.page.locator('#root').getByText('In your hands').first().isVisible()).toBe(
    false,
  );
  // Whoever else comes in there finds a desk of their own: nothing is left, and nothing is asked.
  await door.getByLabel('Mail address').fill(ana.email);
  await door.getByLabel('Password', { exact: true }).fill(ana.password);
  await door.getByRole('button', { name: 'Sign in', exact: true }).click();
  const step = thief.page.getByRole('dialog', { name: 'Second factor' });
  await step.getByLabel('Code').fill(codeFor(secret, 1));
  await step.getByLabel('Code').press('Enter');
  await thief.page.getByRole('heading', { name: 'In your hands' }).waitFor();
  await thief.page.getByRole('button', { name: ana.name }).waitFor();
  expect([new URL(thief.page.url()).pathname, asked]).toEqual(['/', []]);
  await second.getByRole('button', { name: ana.name }).waitFor();
  expect(new URL(second.url()).pathname).toBe('/');

  await page.getByRole('button', { name: 'Prepare notices' }).click();
  await page.getByRole('button', { name: 'prepared: Maria Popescu' }).click();
  await page.getByLabel('Text').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Send 1 notice' }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await page.getByRole('button', { name: 'sent: Maria Popescu' }).waitFor();
  await page.getByRole('button', { name: 'Let Ben in again' }).click();
  await page.getByRole('button', { name: 'Let in now' }).click();
  await page.getByText('These links are shown only now').waitFor();
  expect([admin.complaints, thief.complaints]).toEqual([[], []]);
});

test('a second factor that is asked for while a desk is open is set up over its page', async () => {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const requireFactor = (required: boolean) =>
    client.query('update baton.sign_in_rules set second_factor_required = $1', [required]);
  await requireFactor(false);
  const { page, complaints } = await openDesk(browser, other);
  await page.goto((await colleague(admin, 'Eva')).replace(baton.url, other.url));
  await page.getByLabel('Password', { exact: true }).fill('a long enough battery horse');
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.getByRole('heading', { name: 'In your hands' }).waitFor();
  await page.goto('/signature');
  const field = page.getByRole('textbox').first();
  await field.fill('Eva of the front line');

  await requireFactor(true);
  // What proved who they are is too old by now to set up a factor with.
  await client.query(`update baton.auth_sessions set confirmed_at = now() - interval '1 hour'`);
  await client.end();
  // Whatever the desk asks next is refused; perhaps it has asked already, and the page is hidden.
  await page.evaluate(() => document.querySelector('form')!.requestSubmit());
  const door = page.getByRole('dialog', { name: 'Sign in' });
  await door.getByLabel('Password', { exact: true }).fill('a long enough battery horse');
  await door.getByRole('button', { name: 'Sign in', exact: true }).click();
  const key = page.getByTestId('authenticator-key');
  await page.getByLabel('Code').fill(codeFor((await key.innerText()).replaceAll(/\s/g, '')));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Recovery codes' }).waitFor();
  // They are seen only once, also by whoever turns to another window to keep them.
  const looks = page.waitForResponse('**/api/me', { timeout: 1_000 }).catch(() => null);
  await page.evaluate(() => void dispatchEvent(new Event('focus')));
  expect(await looks).toBeNull();
  expect(await page.getByRole('listitem').filter({ hasText: '-' }).count()).toBeGreaterThan(9);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('Eva of the front line');
  // The preview of the signature may be asked for while nobody is in: what refuses it is in no frame.
  expect(complaints.filter((one) => !one.includes('frame-ancestors'))).toEqual([]);
});
