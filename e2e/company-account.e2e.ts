import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { IdentityProvider } from '../server/test/identity-provider.ts';
import { ana, codeFor, enrol, openDesk, takeOver } from './harness/desk.ts';
import { openStage } from './harness/stage.ts';

const provider = new IdentityProvider();

const { baton, browser, desk } = await openStage({ settings: { FETCH_INSIDE: '127.0.0.1' } });
await provider.start(`${baton.url}/api/auth/provider/callback`, { pages: true });
const other = await openDesk(browser, baton);
afterAll(() => provider.stop());
await takeOver(desk.page, baton);

/** Signs in on the provider's own pages. */
async function giveAccount(page: Page, address: string) {
  await page.locator('input[name=login]').fill(address);
  await page.locator('input[name=password]').fill('a password of theirs');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function fillIn(page: Page, secret: string) {
  await page.getByLabel('Client secret').fill(secret);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Try what is saved' }).click();
}

test('an administrator sets the provider, and hears what is wrong with it', async () => {
  const { page } = desk;
  await page.goto('/settings/sign-in');
  await page.getByLabel('Name', { exact: true }).fill('Nordlys accounts');
  await page.getByLabel('Address of the provider').fill(provider.issuer);
  await page.getByLabel('Client id').fill('baton');
  await page.getByLabel('Domains of mail addresses').fill('nordlys.example');
  await fillIn(page, 'mistyped');
  await page.getByText('does not accept the client id with this secret').waitFor();
  await fillIn(page, 'client-secret');
  await page.getByText('The provider answers, and knows us.').waitFor();
  expect(desk.complaints).toEqual([]);
});

test('an agent who never had a password comes in by the company account', async () => {
  await desk.page.evaluate(async () => {
    const body = JSON.stringify({ name: 'Bo Lund', email: 'bo@nordlys.example', role: 'agent' });
    const headers = { 'content-type': 'application/json' };
    const { status } = await fetch('/api/agents', { method: 'POST', headers, body });
    if (status !== 201) throw new Error(`adding an agent: ${status}`);
  });
  const { page } = other;
  await page.goto('/tasks');
  await page.getByRole('link', { name: 'Sign in with Nordlys accounts' }).click();
  await giveAccount(page, 'bo@nordlys.example');
  const { secret } = await enrol(page);
  await page.waitForURL('**/tasks');
  await page.getByRole('button', { name: 'Bo Lund' }).waitFor();

  // The session ends: one comes in again in a window of its own, and the page goes on.
  await page.evaluate(() => fetch('/api/auth/sign-out', { method: 'POST' }).then(() => null));
  await page.evaluate(() => document.querySelector<HTMLElement>('a[href="/customers"]')!.click());
  // Where the browser lets no window open, a tab opens: the page stays.
  const start = '**/api/auth/provider/start*';
  const again = page.getByRole('link', { name: 'Sign in with Nordlys accounts' });
  await page.context().route(start, (route) => route.abort());
  await page.evaluate(() => {
    const open = window.open.bind(window);
    window.open = () => {
      window.open = open;
      return null;
    };
  });
  const tab = page.context().waitForEvent('page');
  await again.click();
  await (await tab).close();
  await page.context().unroute(start);
  // The provider knows them still: its window comes and goes by itself.
  await again.click();
  await page.getByLabel('Code').fill(codeFor(secret, 1));
  await page.getByLabel('Code').press('Enter');
  await page.getByRole('heading', { name: 'Customers' }).waitFor();
  expect(other.complaints).toEqual([]);
});

test('whoever does not work here is told so, and nothing of others', async () => {
  const stranger = await openDesk(browser, baton);
  const { page } = stranger;
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Sign in with Nordlys accounts' }).click();
  await giveAccount(page, 'eve@nordlys.example');
  const alert = page.getByRole('alert');
  await alert.filter({ hasText: 'Nobody here works under the mail address' }).waitFor();
  expect(await alert.innerText()).not.toContain(ana.name);
  await stranger.close();
});
