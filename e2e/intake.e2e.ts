import { expect, test } from 'vitest';
import { conversation, takeOver } from './harness/desk.ts';
import { letterThat } from './harness/mailbox.ts';
import { openStageWithMail } from './harness/stage.ts';

const { baton, desk, mailbox } = await openStageWithMail();
await takeOver(desk.page, baton);

test('an intake call: a case while they speak, kept across a crash, the receipt by mail', async () => {
  const { page, complaints } = desk;
  const { keyboard } = page;
  await keyboard.press('i');
  await page.getByRole('button', { name: 'A call came in' }).waitFor();
  await keyboard.press('c');
  await page.getByRole('button', { name: 'Ended' }).waitFor();
  await page.getByLabel('Name', { exact: true }).first().fill('Angela Ionescu');
  await page.getByLabel('Spelling').first().fill('A-N-G-E-L-A');
  await page.getByLabel('Mail address').fill('angela@ionescu.example');
  await page.getByLabel('In their words').fill('The line has been dead since Monday.');
  await page.getByText(/^Case #\d+$/).waitFor();
  // Whoever calls is spoken with.
  const spokenWith = page.getByRole('group', { name: 'Spoken with' });
  await expect
    .poll(() => spokenWith.getByLabel('Name', { exact: true }).inputValue())
    .toBe('Angela Ionescu');

  // Another tab goes on where this one was closed; the call runs on.
  await page.getByRole('button', { name: 'On hold' }).click();
  await page.getByRole('button', { name: 'Back' }).waitFor();
  const kept = page.waitForResponse(
    (answer) => answer.request().method() === 'PATCH' && answer.url().includes('/api/intakes/'),
  );
  await page.getByLabel('What result do they want?').fill('A line that works by Friday');
  await kept;
  await page.reload();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect
    .poll(() => page.getByLabel('In their words').inputValue())
    .toBe('The line has been dead since Monday.');
  await expect
    .poll(() => page.getByLabel('What result do they want?').inputValue())
    .toBe('A line that works by Friday');
  await page.getByLabel('What was agreed').fill('A technician comes on Thursday.');

  const end = page.getByRole('button', { name: 'End', exact: true });
  await expect.poll(() => end.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'I said it' }).click();
  await page.getByText(/^Said at/).waitFor();
  await expect
    .poll(() => page.getByLabel('Read this back to them').inputValue())
    .toContain('Result wanted: A line that works by Friday');
  await end.click();
  await page.getByRole('heading', { name: /^Case #\d+ is taken down$/ }).waitFor();

  const receipt = await letterThat(mailbox, (one) =>
    one.envelopeTo.includes('angela@ionescu.example'),
  );
  expect(receipt.text).toContain('Thank you for speaking with us.');
  expect(receipt.text).toContain('Result wanted: A line that works by Friday');

  // The call stands on the case, and what they want beside the solution.
  await page.getByRole('link', { name: 'Open the case' }).click();
  const said = conversation(page);
  await said.getByText('Call with the customer').waitFor();
  await said.getByText('A technician comes on Thursday.').waitFor();
  await keyboard.press('s');
  const wanted = page.locator('form').getByText('The result the customer wants:');
  await wanted.waitFor();
  expect(complaints).toEqual([]);
});

test('a call on a case is begun by a key, and goes to the customer', async () => {
  const { page, complaints } = desk;
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'I call them' }).click();
  await page.getByRole('button', { name: 'Reached' }).click();
  await page.getByLabel('What was agreed').fill('The technician brings a new router.');
  await page.getByRole('button', { name: 'Ended' }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  const card = conversation(page)
    .locator('article')
    .filter({ hasText: 'The technician brings a new router.' });
  await card.getByRole('button', { name: 'Send to the customer' }).click();
  const record = await letterThat(
    mailbox,
    (one) => one.text?.includes('Record of our call') ?? false,
  );
  expect(record.text).toContain('Agreed: The technician brings a new router.');

  // What is being put right is not lost by the button that opened it.
  // In the form the card says what it said no longer: its button is held on to.
  const putRight = await card.getByRole('button', { name: 'Put the words right' }).elementHandle();
  const agreed = conversation(page).getByLabel('What was agreed');
  await putRight.click();
  await agreed.fill('The technician brings two.');
  await putRight.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click();
  expect(await agreed.inputValue()).toBe('The technician brings two.');
  expect(complaints).toEqual([]);
});
