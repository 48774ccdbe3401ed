import { expect, test } from 'vitest';
import { conversation, row, takeOver } from './harness/desk.ts';
import { post } from './harness/post.ts';
import { openStage } from './harness/stage.ts';

const { baton, desk } = await openStage();
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
