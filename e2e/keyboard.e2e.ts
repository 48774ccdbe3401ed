import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { conversation, row, takeOver, written } from './harness/desk.ts';
import { post } from './harness/post.ts';
import { openStage } from './harness/stage.ts';

const { baton, desk } = await openStage();
await takeOver(desk.page, baton);

/** What the element that has the focus says of itself. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing';
    return element.getAttribute('aria-label') ?? element.textContent ?? '';
  });

/** Seven more letters come; one case after the other is solved, until the tenth is left. */
async function restOfTheDay(page: Page) {
  const { keyboard } = page;
  const later = ['Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];
  for (const name of later) {
    await post(baton, {
      from: 'Maria Berg <maria@berg.example>',
      to: 'help@nordlys.example',
      subject: `${name} matter`,
      text: `About the ${name.toLowerCase()} matter.`,
    });
    await row(page, `${name} matter`).waitFor();
  }
  await keyboard.press('j');
  await keyboard.press('Enter');
  for (const name of ['Third', ...later.slice(0, -1)]) {
    await page.getByRole('heading', { name: `${name} matter` }).waitFor();
    await keyboard.press('n');
    await keyboard.type(`Looked into the ${name.toLowerCase()}.`);
    await keyboard.press('Control+Enter');
    await conversation(page).getByText(`Looked into the ${name.toLowerCase()}.`).waitFor();
    await keyboard.press('Escape');
    await keyboard.press('s');
    await keyboard.type(`The ${name.toLowerCase()} is repaired.`);
    await keyboard.press('Control+Enter');
  }
  await page.getByRole('heading', { name: 'Tenth matter' }).waitFor();
  await otherKeys(page);
  await page.getByText('Choose a case from the list.').waitFor();
  await expect.poll(() => page.locator('ol [data-row]').count()).toBe(1);
}

/** What is needed less often has keys of its own: topic and urgency, copies, the customer, following. */
async function otherKeys(page: Page) {
  const { keyboard } = page;
  await keyboard.press('e');
  await page.getByRole('heading', { name: 'Topic and urgency' }).waitFor();
  await keyboard.press('Tab');
  await keyboard.type('high');
  await keyboard.press('Control+Enter');
  await page.getByText('Urgency: high').first().waitFor();
  await expect.poll(() => focused(page)).toContain('Reply to');
  await keyboard.press('Escape');
  await keyboard.press('x');
  await keyboard.type('kim@lund.example');
  await keyboard.press('Enter');
  await page.getByRole('complementary').getByText('kim@lund.example').waitFor();
  await keyboard.press('Escape');
}

test('ten cases are done in a day without a mouse', async () => {
  const { page, complaints } = desk;
  const { keyboard } = page;
  for (const subject of ['First matter', 'Second matter', 'Third matter']) {
    await post(baton, {
      from: 'Sofia Lund <sofia@lund.example>',
      to: 'help@nordlys.example',
      subject,
      text: `About the ${subject.toLowerCase()}.`,
    });
    await row(page, subject).waitFor();
  }

  // j and k move through the list, Enter opens.
  await keyboard.press('j');
  expect(await focused(page)).toContain('First matter');
  await keyboard.press('j');
  await keyboard.press('j');
  await keyboard.press('k');
  expect(await focused(page)).toContain('Second matter');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Second matter' }).waitFor();

  // A Cyrillic layout writes another letter on the key of n.
  await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'т', code: 'KeyN', bubbles: true }),
    ),
  );
  await keyboard.type('Looked into it.');
  await keyboard.press('Control+Enter');
  await conversation(page).getByText('Looked into it.').waitFor();

  // r replies; letters are letters while one writes; Escape leaves the field.
  await keyboard.press('Escape');
  await keyboard.press('r');
  await keyboard.type('Just seen, soon solved.');
  const field = page.getByRole('textbox', { name: 'Reply to Sofia Lund' });
  expect(await written(field)).toBe('Just seen, soon solved.');
  // A "soon" without a date is pointed out once; the second press sends.
  await keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText('“Soon” without a date').waitFor();
  await keyboard.press('Control+Enter');
  await conversation(page).getByText('Just seen, soon solved.').waitFor();
  await conversation(page).getByText('held here').first().waitFor();

  // u passes up: reason by its first letters, summary, Ctrl Enter.
  await keyboard.press('Escape');
  await keyboard.press('u');
  expect(await page.getByLabel('Reason').evaluate((one) => one === document.activeElement)).toBe(
    true,
  );
  await keyboard.type('Needs');
  await keyboard.press('Tab');
  await keyboard.type('Needs the log of the provider.');
  await keyboard.press('Control+Enter');
  await conversation(page).getByText('Needs access that I do not have').waitFor();
  // What happened may show before the form knows that it is done.
  await page.getByLabel('Reason').waitFor({ state: 'detached' });

  // s solves, and the next case comes: the one that is due soonest.
  await keyboard.press('s');
  await keyboard.type('Done: the line was reset.');
  await keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'First matter' }).waitFor();

  // w waits until the proposed instant; the third case comes up by hand.
  await keyboard.press('w');
  await keyboard.press('Enter');
  await page.getByText('Waits for the customer, until').waitFor();
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await page.getByText('Choose a case from the list.').waitFor();
  await expect.poll(() => page.locator('ol [data-row]').count()).toBe(1);

  await restOfTheDay(page);

  // ? shows the keys, and lets single letters be turned off.
  await keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.getByRole('switch', { name: 'Single letters act' }).press('Space');
  await keyboard.press('Escape');
  // The dialog gives the focus back to where it was; only then is it taken away.
  await expect.poll(() => focused(page)).toContain('Tenth matter');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await keyboard.press('j');
  expect(await focused(page)).toBe('nothing');
  expect(complaints).toEqual([]);
}, 240_000);

test('anything is found and done without a mouse', async () => {
  const { page, complaints } = desk;
  const { keyboard } = page;
  for (const subject of ['Broken lamp', 'Lamps delivered twice']) {
    await post(baton, {
      from: 'Sofia Lund <sofia@lund.example>',
      to: 'help@nordlys.example',
      subject,
      text: 'Please look after it.',
    });
  }
  // The test before turned single letters off.
  await page.evaluate(() => localStorage.removeItem('baton.single-keys'));
  await page.goto('/');
  await row(page, 'Lamps delivered twice').waitFor();

  // What a quick hand types at once is not lost; what it finds is opened by Enter.
  await keyboard.press('Control+k');
  await keyboard.type('broken lamps');
  await page.getByRole('option', { name: /Broken lamp/ }).waitFor();
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Broken lamp' }).waitFor();

  // What the open case offers is done by name.
  await keyboard.press('Control+k');
  await keyboard.type('pass up');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: /Pass up/, pressed: true }).waitFor();

  // Out of a form the keys mean the case again, and write nothing into a letter.
  await keyboard.press('Escape');
  await keyboard.press('s');
  await page.getByRole('button', { name: /^Solve/, pressed: true }).waitFor();

  // Search finds what was written in any form, as one types, and is kept as a list.
  await keyboard.press('Escape');
  await page.goto('/');
  await row(page, 'Lamps delivered twice').waitFor();
  // A quick hand writes before the page of search has come: nothing of it is lost.
  await keyboard.press('/');
  await keyboard.type('lamps look');
  const box = page.getByRole('searchbox');
  await expect.poll(() => box.inputValue()).toBe('lamps look');
  const found = page.getByRole('main').locator('[data-row]');
  await found.nth(1).waitFor();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('open');
  await page.waitForURL(/status=open/);
  await found.nth(1).waitFor();
  await page.getByRole('button', { name: 'Save this search' }).click();
  await keyboard.press('Enter');
  await page.getByRole('navigation').getByRole('link', { name: 'lamps look' }).waitFor();
  await found.nth(1).waitFor();
  await box.press('ArrowDown');
  await expect.poll(() => focused(page)).not.toBe('Search');
  const first = await focused(page);
  await keyboard.press('j');
  expect(await focused(page)).not.toBe(first);

  // A button that is pressed by key has the focus again when what it began is done.
  await page.goto('/settings/company');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('Saved.').waitFor();
  await expect.poll(() => focused(page)).toBe('Save');
  expect(complaints).toEqual([]);
});
