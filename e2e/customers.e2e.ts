import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { row, takeOver } from './harness/desk.ts';
import { post } from './harness/post.ts';
import { openStage } from './harness/stage.ts';

const { baton, desk } = await openStage();

test('a customer is known at the side of the case, becomes one with a second, and two again', async () => {
  const { page, complaints } = desk;
  await takeOver(page, baton);
  await post(baton, {
    from: 'Amy Roe <amy@roe.example>',
    to: 'help@nordlys.example',
    subject: 'No light',
    text: 'The lamp is off.',
  });
  await row(page, 'Amy Roe').click();

  // What is known is put right where it stands, and taken back.
  const side = page.getByRole('complementary');
  await side.getByRole('button', { name: 'Change', exact: true }).first().click();
  // What cannot be an amount is said where it stands, also by the key.
  const isFocused = (field: Locator) =>
    expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  await side.getByLabel('Amount').fill('much');
  await side.getByLabel('Style', { exact: true }).press('ControlOrMeta+Enter');
  await isFocused(side.getByLabel('Amount'));
  await side.getByLabel('Amount').fill('100');
  // Nor can it be kept without its currency.
  await side.getByRole('button', { name: 'Save' }).click();
  await isFocused(side.getByLabel('Currency'));
  await side.getByLabel('Currency').fill('eur');
  await side.getByLabel('Spent in a').selectOption('month');
  await side.getByLabel('Source').fill('Invoices');
  await side.getByLabel('Prefers').selectOption('phone');
  await side.getByLabel('Source').press('Enter');
  await side.getByText('€1,200 a year').waitFor();
  // Whoever is about to answer by mail sees that they would rather be called.
  const prefers = page.getByText('Prefers to be called');
  await prefers.waitFor();
  await page.getByText('no number is known').waitFor();
  await side.getByRole('button', { name: 'Undo the change' }).click();
  await side.getByText('€1,200 a year').waitFor({ state: 'detached' });
  await prefers.waitFor({ state: 'detached' });
  await side.getByRole('button', { name: 'Add a note' }).click();
  await side.getByRole('textbox', { name: 'Note' }).fill('Calls after four.');
  await side.getByRole('button', { name: 'Save' }).click();
  await side.getByText('Calls after four.').waitFor();
  await expect.poll(() => page.locator(':focus').textContent()).toBe('Add a note');

  // Somebody writes her down a second time, and is told that she is known.
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await page.getByRole('button', { name: 'New customer' }).click();
  await page.getByRole('button', { name: 'Add the customer' }).click();
  await isFocused(page.getByRole('textbox', { name: 'Name', exact: true }));
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Amy Roe');
  await page.getByText('Known already?').waitFor();
  await page.getByLabel('Telephone').fill('+44 20 7946 0018');
  await page.getByRole('button', { name: 'Add the customer' }).click();
  await page.getByText('No case that you may see.').waitFor();

  await page.getByRole('button', { name: 'Amy Roe is the same person' }).click();
  await page.getByRole('button', { name: 'Bring everything of Amy Roe here' }).click();
  await page.getByText('Amy Roe was brought here, with 1 case.').waitFor();
  await page.getByRole('main').getByRole('link', { name: '#1001 No light' }).waitFor();
  await page.getByText('Calls after four.').waitFor();

  await page.getByRole('button', { name: 'They are two' }).click();
  await page.getByRole('button', { name: 'Give each their own back' }).click();
  await page.getByText('No case that you may see.').waitFor();
  await page.getByRole('button', { name: 'Amy Roe is the same person' }).waitFor();

  // At her case it is said that there may be two of her.
  await page.goto('/');
  await row(page, 'Amy Roe').click();
  await side.getByText('Amy Roe may be the same person (same name).').waitFor();
  await side.getByRole('link', { name: 'Look at both' }).click();
  await page.getByRole('button', { name: 'Amy Roe is the same person' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a table is tried row by row, kept, and whoever calls is found by their number', async () => {
  const { page, complaints } = desk;
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await page.getByRole('link', { name: 'Import and export' }).click();
  const rows = ['name,mail,phone', 'Vera Lind,vera@lind.example,+45 33 44 55 66', 'Bo Ek,bo,'];
  await page.getByLabel('Choose a file').setInputFiles({
    ...{ name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) },
  });
  await page.getByText('mail: “bo” must be a mail address').waitFor();
  await page.getByRole('button', { name: 'Save 1 row' }).click();
  await page.getByRole('heading', { name: 'What came of customers.csv' }).waitFor();
  await page.getByRole('button', { name: 'Another file' }).waitFor();

  await page.goto('/intake?phone=33445566');
  await page.getByRole('button', { name: 'Take the call: Vera Lind' }).click();
  await page.getByRole('complementary', { name: 'What we know already' }).waitFor();
  await page.waitForURL((url) => url.pathname === '/intake' && url.search === '');
  expect(await page.getByLabel('Mail address').inputValue()).toBe('vera@lind.example');
  expect(complaints).toEqual([]);
});
