import { expect, test } from 'vitest';
import { conversation, enrol, openDesk, row, takeOver } from './harness/desk.ts';
import { post } from './harness/post.ts';
import { openStage } from './harness/stage.ts';
import { apiOf } from './pictures/people.ts';

const { baton, browser, desk } = await openStage();
await takeOver(desk.page, baton);

/** While the line is there, screens ask once a minute only: what comes sooner was told. */
const atOnce = { timeout: 10_000 };

const write = (subject: string) =>
  post(baton, {
    from: 'Sofia Lund <sofia@lund.example>',
    to: 'help@nordlys.example',
    subject,
    text: 'It does not work.',
  });

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
  await second.goto(baton.url);
  await second.getByRole('heading', { name: 'In your hands' }).waitFor();
  await expect.poll(() => streams.length).toBe(1);

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

  // When the tab that keeps the stream closes, the other takes over.
  expect(streams.length).toBe(1);
  await second.close();
  await write('No light in the cellar');
  await row(page, 'No light in the cellar').waitFor();
});

test('a lost line is said quietly, and what was missed is there when it is back', async () => {
  const { page } = desk;
  const sign = page.getByText('Not connected.');
  expect(await sign.count()).toBe(0);
  await page.context().setOffline(true);
  await sign.waitFor({ timeout: 60_000 });
  await write('No light at all');
  await page.context().setOffline(false);
  await row(page, 'No light at all').waitFor();
  await sign.waitFor({ state: 'detached' });
  expect(desk.complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

type Named = { id: string; name: string };

/** Tom, a colleague in the front line, comes in by his own link. */
async function bringInTom() {
  const admin = await apiOf(baton, 'admin');
  const teams = (await admin<{ items: Named[] }>('GET', '/api/teams')).items;
  const front = teams.find(({ name }) => name === 'Front line')!;
  const { id } = await admin<Named>('POST', '/api/agents', {
    name: 'Tom Berg',
    email: 'tom@nordlys.example',
    teams: [{ team: front.id }],
  });
  const { url } = await admin<{ url: string }>('POST', `/api/agents/${id}/sign-in-link`);
  const tom = await openDesk(browser, baton);
  await tom.page.goto(url);
  await tom.page.getByLabel('Password', { exact: true }).fill('another horse battery');
  await tom.page.getByRole('button', { name: 'Take over' }).click();
  await enrol(tom.page);
  await tom.page.getByRole('heading', { name: 'Your hands are empty' }).waitFor();
  return tom;
}

test('two agents in one case see each other for as long as they are there', async () => {
  const { page } = desk;
  const tom = await bringInTom();
  await page.goto('/');
  await row(page, 'No light at all').click();
  await page.getByRole('heading', { name: 'No light at all' }).waitFor();
  await tom.page.goto(page.url());
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
  const written = () =>
    page.evaluate(() => {
      const field = document.activeElement;
      return field instanceof HTMLTextAreaElement ? field.value : field?.textContent;
    });
  expect(await written()).toContain('It will be repaired today.');

  // A lost line says no good-bye.
  await tom.page.context().setOffline(true);
  await toms.waitFor({ state: 'detached' });
  await tom.page.context().setOffline(false);
  await toms.waitFor();
  await tom.page.goto('/notices');
  await toms.waitFor({ state: 'detached', ...atOnce });
  expect(tom.complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
