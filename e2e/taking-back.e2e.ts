import { expect, test } from 'vitest';
import { conversation, openDesk, row, takeOver, written } from './harness/desk.ts';
import { letterThat } from './harness/mailbox.ts';
import { post } from './harness/post.ts';
import { openStageWithMail } from './harness/stage.ts';

const { mailbox, baton, desk, browser } = await openStageWithMail();
await takeOver(desk.page, baton);
for (const subject of ['Lamp', 'Door']) {
  await post(baton, { from: 'eva@x.example', to: 'help@nordlys.example', subject, text: subject });
}
await row(desk.page, 'Lamp').waitFor();
await row(desk.page, 'Door').waitFor();

test('a draft with its file and its formatting is there after a crash', async () => {
  const { page } = desk;
  await row(page, 'Lamp').click();
  const bold = page.getByRole('button', { name: 'Bold', exact: true });
  await bold.waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('Dear Eva, ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('tomorrow');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach' }).click();
  await (
    await chooser
  ).setFiles({ name: 'lamp.txt', mimeType: 'text/plain', buffer: Buffer.from('a lamp') });
  const kept = async () => {
    const answer = await page.request.get('/api/drafts');
    const { items } = (await answer.json()) as { items: { html: string; files: unknown[] }[] };
    return items.map(({ html, files }) => [html, files.length]);
  };
  await expect.poll(kept).toEqual([['<p>Dear Eva, <strong>tomorrow</strong></p>', 1]]);

  // The browser is gone, with all that it had kept; another one opens the case.
  const address = page.url();
  const cookies = await page.context().cookies();
  await desk.close();
  const other = await openDesk(browser, baton);
  await other.page.context().addCookies(cookies);
  await other.page.goto(address);
  Object.assign(desk, other);
  const again = desk.page.getByRole('textbox', { name: /^Reply to/ });
  await expect.poll(() => written(again)).toBe('Dear Eva, tomorrow');
  await desk.page.getByText('lamp.txt').waitFor();
});

test('what is taken back never arrives, and is in the field again; what is sent arrives once', async () => {
  const { page, complaints } = desk;
  const field = page.getByRole('textbox', { name: /^Reply to/ });
  await field.press('Control+Enter');
  const takeBack = page.getByRole('button', { name: /^Take back/ });
  await takeBack.waitFor();
  // It can be taken back from the next case, too.
  await row(page, 'Door').click();
  await page.getByRole('heading', { name: 'Door' }).waitFor();
  await page.keyboard.press('z');
  await page.getByRole('heading', { name: 'Lamp' }).waitFor();
  await expect.poll(() => written(field)).toBe('Dear Eva, tomorrow');
  await conversation(page).getByText('took the reply back before it left').waitFor();

  await field.press('Control+Enter');
  await conversation(page).getByText('tomorrow').nth(1).waitFor();
  const letter = await letterThat(mailbox, ({ text }) => /tomorrow/.test(text ?? ''));
  expect(letter.html).toContain('<strong>tomorrow</strong>');
  expect(letter.attachments.map(({ filename }) => filename)).toEqual(['lamp.txt']);
  // The first would have left before the second.
  expect(mailbox.letters.filter(({ text }) => /tomorrow/.test(text ?? ''))).toHaveLength(1);
  await expect.poll(() => written(field)).toBe('');
  expect(complaints).toEqual([]);
});
