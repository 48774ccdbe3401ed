import { expect, test } from 'vitest';
import { enrol, openDesk, takeOver } from './harness/desk.ts';
import { openStage } from './harness/stage.ts';

const { baton, browser, desk } = await openStage();
await takeOver(desk.page, baton);

/** Does something as whoever is signed in on the page. */
async function act(path: string, data: object): Promise<{ id: string; url: string }> {
  const answer = await desk.page.request.post(path, { data, headers: { origin: baton.url } });
  if (!answer.ok()) throw new Error(await answer.text());
  return (await answer.json()) as { id: string; url: string };
}

test('a role opens exactly its pages; a key opens what it names; log and audit tell of it', async () => {
  const { page } = desk;
  const ben = await act('/api/agents', { name: 'Ben Vale', email: 'ben@nordlys.example' });
  const { url } = await act(`/api/agents/${ben.id}/sign-in-link`, {});

  await page.goto('/settings/roles');
  await page.getByText('There is no role of your own yet.').waitFor();
  await page.getByRole('button', { name: 'A new role' }).click();
  await page.getByLabel('Name').fill('Postmaster');
  await page.getByLabel('Mail', { exact: true }).selectOption('Admin');
  await page.getByLabel('Account and tax numbers').selectOption('Nothing');
  await page.getByLabel('Ben Vale').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Account and tax numbers: Nothing · Mail: Admin').waitFor();

  await page.goto('/settings/keys');
  await page.getByRole('button', { name: 'A new key' }).click();
  await page.getByLabel('What it is for').fill('Nightly export');
  await page.getByLabel('Customers', { exact: true }).selectOption('Reader');
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = await page.locator('code').innerText();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  const ask = (path: string) =>
    fetch(`${baton.url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  expect([(await ask('/api/customers')).status, (await ask('/api/cases')).status]).toEqual([
    200, 403,
  ]);

  // Whoever has the role sees the pages of the mail, and no other, however they come there.
  const other = await openDesk(browser, baton);
  await other.page.goto(url);
  await other.page.getByLabel('Password', { exact: true }).fill('another long battery');
  await other.page.getByRole('button', { name: 'Take over' }).click();
  await enrol(other.page);
  await other.page.getByRole('link', { name: 'Settings' }).click();
  const pages = other.page.getByRole('navigation', { name: 'Settings' }).getByRole('link');
  await pages.first().waitFor();
  expect(await pages.allInnerTexts()).toEqual(['Channels', 'Sending', 'Senders', 'Too much mail']);
  await other.page.goto('/settings/keys');
  await other.page.waitForURL('**/settings');
  expect(other.complaints).toEqual([]);
  await other.close();

  await page.goto('/settings/access-log');
  const looks = page.getByRole('row').filter({ hasText: 'Nightly export' });
  await looks.filter({ hasText: 'Customers' }).waitFor();

  await page.goto('/settings/keys');
  await page.getByRole('button', { name: 'Revoke: Nightly export' }).click();
  await page.getByRole('button', { name: 'Revoke for good: Nightly export' }).click();
  await page.getByText('Revoked').waitFor();
  expect((await ask('/api/customers')).status).toBe(401);

  await page.goto('/settings/audit');
  const changes = page.getByRole('row');
  await changes.filter({ hasText: 'Role' }).filter({ hasText: 'Postmaster' }).waitFor();
  await changes.filter({ hasText: 'Revoked on' }).filter({ hasText: 'Ana Popescu' }).waitFor();
  expect(desk.complaints).toEqual([]);
});
