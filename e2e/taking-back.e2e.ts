import type { Locator, Page } from 'playwright-core';
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

  // In the field from which it was sent, too, Ctrl Z does not only seem to take it back.
  await field.press('Control+Enter');
  await expect.poll(() => written(field)).toBe('');
  await takeBack.waitFor();
  await field.press('Control+z');
  await expect.poll(() => written(field)).toBe('Dear Eva, tomorrow');
  await conversation(page).getByText('took the reply back before it left').nth(1).waitFor();

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

/** What the server keeps of what one writes. */
const draftsOf = async (page: Page): Promise<string[]> => {
  const { items } = (await (await page.request.get('/api/drafts')).json()) as {
    items: { text: string }[];
  };
  return items.map(({ text }) => text);
};

const replyField = (page: Page) => page.getByRole('textbox', { name: /^Reply to/ });

/** Opens a case with the editor for its reply, the caret at the end of what stands there. */
async function writeOn(page: Page, subject: string): Promise<Locator> {
  await row(page, subject).click();
  await page.getByRole('heading', { name: subject }).waitFor();
  await page.getByRole('button', { name: 'Bold', exact: true }).waitFor();
  await page.keyboard.press('r');
  return replyField(page);
}

test('what is typed while the line is down is kept here, and at the server once it is back', async () => {
  const { page } = desk;
  await writeOn(page, 'Door');
  await page.keyboard.type('Before');
  await expect.poll(() => draftsOf(page)).toEqual(['Before']);
  await page.context().setOffline(true);
  await page.keyboard.type(', and after');
  await page.getByText('Kept on this device only').waitFor();
  await page.context().setOffline(false);
  await expect.poll(() => draftsOf(page)).toEqual(['Before, and after']);
  await page.getByText('Draft saved').waitFor();
  expect(await written(replyField(page))).toBe('Before, and after');
});

test('one draft on two devices: both texts are shown, and a person decides', async () => {
  const { page } = desk;
  const phone = await openDesk(browser, baton);
  await phone.page.context().addCookies(await page.context().cookies());
  // There, what formats does not come at first.
  await phone.page.route(/rich-field-.*\.js/, (route) => route.abort());
  await phone.page.goto(page.url());
  await phone.page.getByText('This draft is formatted').waitFor();
  await phone.page.unroute(/rich-field-.*\.js/);
  await phone.page.getByRole('button', { name: 'Try again' }).click();
  await phone.page.getByRole('button', { name: 'Bold', exact: true }).waitFor();
  await expect.poll(() => written(replyField(phone.page))).toBe('Before, and after');
  await replyField(phone.page).press('Control+End');
  await phone.page.keyboard.type(', on the phone');
  await expect.poll(() => draftsOf(page)).toEqual(['Before, and after, on the phone']);

  await page.keyboard.type(', at the desk');
  const conflict = page.getByRole('alert');
  await conflict.getByText('Before, and after, on the phone').waitFor();
  expect(await written(replyField(page))).toBe('Before, and after, at the desk');
  await conflict.getByRole('button', { name: 'Take that text' }).click();
  await expect.poll(() => written(replyField(page))).toBe('Before, and after, on the phone');
  expect(phone.complaints).toEqual([]);
  await phone.close();
});

test('a draft is found again wherever its case is, discarded, and brought back', async () => {
  const { page } = desk;
  const { keyboard } = page;
  await keyboard.press('Escape');
  await page.getByRole('link', { name: 'Drafts 1' }).click();
  await page.getByText('Before, and after, on the phone').waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByText('You have no drafts.').waitFor();
  expect(await draftsOf(page)).toEqual([]);
  await keyboard.press('z');
  await page.getByRole('button', { name: 'Open the case' }).click();
  await page.getByRole('heading', { name: 'Door' }).waitFor();
  await expect.poll(() => written(replyField(page))).toBe('Before, and after, on the phone');
  // What is kept at the server only after its form was closed is counted, too.
  const closed = Promise.withResolvers<void>();
  await page.route('**/drafts/note', async (route) => {
    await closed.promise;
    await route.continue();
  });
  await page.getByRole('tab', { name: 'Note' }).click();
  await keyboard.type('It rings twice.');
  await page.getByRole('link', { name: /^In your hands/ }).click();
  await page.waitForURL((url) => url.pathname === '/');
  closed.resolve();
  await page.getByRole('link', { name: 'Drafts 2' }).waitFor();
});

/** Lays a file into the field as the mouse or the clipboard does. */
const lay = (field: Locator, kind: 'paste' | 'drop', name: string, type: string) =>
  field.evaluate(
    (element, file) => {
      const data = new DataTransfer();
      data.items.add(
        new File([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])], file.name, {
          type: file.type,
        }),
      );
      const { left, top, width, height } = element.getBoundingClientRect();
      const middle = { clientX: left + width / 2, clientY: top + height / 2 };
      const how = { bubbles: true, cancelable: true, ...middle };
      element.dispatchEvent(
        file.kind === 'paste'
          ? new ClipboardEvent('paste', { ...how, clipboardData: data })
          : new DragEvent('drop', { ...how, dataTransfer: data }),
      );
    },
    { kind, name, type },
  );

test('a picture that is pasted stands in the text, a file that is dropped beside it; both go along', async () => {
  const { page, complaints } = desk;
  const field = await writeOn(page, 'Door');
  const arrives = Promise.withResolvers<void>();
  await page.route('**/api/files', async (route) => {
    await arrives.promise;
    await route.continue();
  });
  await lay(field, 'paste', 'door.png', 'image/png');
  await lay(field, 'drop', 'door.txt', 'text/plain');
  await page.getByRole('progressbar', { name: 'Uploading door.png' }).waitFor();
  await page.getByRole('progressbar', { name: 'Uploading door.txt' }).waitFor();
  // What is on its way is not left behind.
  expect(await page.getByRole('button', { name: /^Send/ }).isDisabled()).toBe(true);
  arrives.resolve();
  await field.locator('img[alt="door.png"]').waitFor();
  await page.getByRole('button', { name: 'Remove door.txt' }).waitFor();

  // By mouse: sent, and the case waits.
  await page.getByRole('button', { name: 'More ways to send' }).click();
  await page.getByRole('menuitem', { name: 'Send and wait 3 days' }).click();
  await page.getByText('Waits for the customer, until').waitFor();
  const letter = await letterThat(mailbox, ({ text }) => /on the phone/.test(text ?? ''));
  expect(letter.attachments.map(({ filename }) => filename)).toEqual(['door.png', 'door.txt']);

  // By keyboard: sent, and solved by it.
  await writeOn(page, 'Lamp');
  await page.keyboard.type('It is lit again.');
  await page.keyboard.press('Control+Shift+Enter');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  // The one chosen last has the focus, a moment after it is seen.
  await expect.poll(focused).toBe('Send and wait 3 days');
  const second = async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    return focused();
  };
  await expect.poll(second).toBe('Send and solve');
  // What was sent is asked for still when the case is left already.
  const isLeft = Promise.withResolvers<void>();
  await page.route('**/api/cases/*/messages*', async (route) => {
    await isLeft.promise;
    await route.continue();
  });
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Lamp' }).waitFor({ state: 'detached' });
  isLeft.resolve();
  await page.getByText('solved; the mail leaves').first().waitFor();
  // The note that was begun before is its writer's still.
  await expect.poll(() => draftsOf(page)).toEqual(['It rings twice.']);
  expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

test('of two letters one Ctrl Z takes back the later, and in another field none', async () => {
  const { page, complaints } = desk;
  const { keyboard } = page;
  for (const [name, subject] of [
    ['eva', 'Window'],
    ['max', 'Roof'],
  ] as const) {
    const from = `${name}@x.example`;
    await post(baton, { from, to: 'help@nordlys.example', subject, text: subject });
  }
  const leaves = (name: string) =>
    page
      .getByRole('alert')
      .filter({ hasText: name })
      .getByRole('button', { name: /^Take back/ });
  await writeOn(page, 'Window');
  await keyboard.type('It is glazed.');
  await keyboard.press('Control+Enter');
  await leaves('eva@x.example').waitFor();
  // Where all was deleted, the key brings that back.
  await page.getByRole('tab', { name: 'Note' }).click();
  const note = page.getByRole('textbox', { name: /^A note among/ });
  await note.pressSequentially('x');
  await note.press('Backspace');
  await note.press('Control+z');
  await expect.poll(() => written(note)).toBe('x');
  await note.press('Backspace');

  const field = await writeOn(page, 'Roof');
  await keyboard.type('It is painted.');
  await keyboard.press('Control+Enter');
  await leaves('max@x.example').waitFor();
  // What is in the field again is there to go on from, however long the case itself takes to come.
  const comes = Promise.withResolvers<void>();
  const caseUrl = /\/api\/cases\/[^/?]+$/;
  await page.route(caseUrl, async (route) => {
    await comes.promise;
    await route.continue();
  });
  await field.press('Control+z');
  await expect.poll(() => written(field)).toBe('It is painted.');
  await letterThat(mailbox, ({ text }) => /glazed/.test(text ?? ''));

  // The form that is there is not asked about by what opens it.
  await page.getByRole('button', { name: /^Wait for customer/ }).click();
  const until = page.getByLabel('Wait until');
  await until.fill('2099-01-01T10:00');
  await page.unroute(caseUrl);
  const answered = page.waitForResponse(caseUrl);
  comes.resolve();
  await (await answered).finished();
  await page.getByRole('button', { name: /^Wait for customer/ }).click();
  const hasFocus = () => until.evaluate((element) => element === document.activeElement);
  await expect.poll(hasFocus).toBe(true);
  expect(await until.inputValue()).toBe('2099-01-01T10:00');
  expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
