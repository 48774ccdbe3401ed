import { expect, test } from 'vitest';
import { ana, codeFor, conversation, row, takeOver, written } from './harness/desk.ts';
import { letterThat } from './harness/mailbox.ts';
import { post } from './harness/post.ts';
import { openStageWithMail } from './harness/stage.ts';

const maria = { name: 'Мария Кузнецова', address: 'maria@kuznetsova.example' };
const subject = 'Charged twice in August';

let secret: string;

const { mailbox, baton, desk } = await openStageWithMail();

test('a letter becomes a case in one pair of hands, and is solved', async () => {
  const { page } = desk;
  const toMaria = (words: RegExp) =>
    letterThat(mailbox, (one) => one.envelopeTo.includes(maria.address) && words.test(one.text!));

  ({ secret } = await takeOver(page, baton));
  await page.getByRole('heading', { name: 'Your hands are empty' }).waitFor();

  // A customer writes with any mail program.
  await post(baton, {
    from: maria,
    to: 'help@nordlys.example',
    subject,
    messageId: '<first@kuznetsova.example>',
    text: 'Hello, you took the fee twice, on the 14th and on the 15th. Statement attached.',
    attachments: [{ filename: 'выписка-август.txt', content: '490\n490\n' }],
  });
  const mine = row(page, subject);
  await mine.waitFor();
  await expect.poll(() => mine.textContent()).toMatch(/Мария Кузнецова(19 h 5\d min|20 h)/);
  await expect.poll(() => mine.locator('svg').count()).toBe(1);

  // She has the receipt at once: whose hands, and a case number.
  const receipt = await toMaria(/Ana Popescu/);
  expect(receipt.headers.get('auto-submitted')).toBe('auto-replied');
  expect(receipt.inReplyTo).toBe('<first@kuznetsova.example>');

  // The case, with her file.
  await mine.click();
  await page.getByRole('heading', { name: subject }).waitFor();
  await page.getByRole('img', { name: /% of the time left/ }).waitFor();
  await conversation(page).getByText('on the 14th and on the 15th').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /выписка-август\.txt/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('выписка-август.txt');

  // An answer, of which nothing is lost when the page is loaded again half-way.
  const field = page.getByRole('textbox', { name: 'Reply to Мария Кузнецова' });
  await field.fill('Dear Maria, I see the second charge, and it is our mistake.');
  await page.getByText('Draft saved').waitFor();
  await page.reload();
  await expect.poll(() => written(field)).toContain('our mistake');
  await field.press('Control+Enter');
  await conversation(page).getByText('it is our mistake').waitFor();
  await expect.poll(() => written(field)).toBe('');
  const answer = await toMaria(/it is our mistake/);
  expect(answer.text).toContain('Ana Popescu');
  expect(answer.inReplyTo).toBe('<first@kuznetsova.example>');
  expect(answer.references).toContain('<first@kuznetsova.example>');
  await conversation(page).getByText('sent', { exact: false }).last().waitFor();

  // She answers by the reply address alone, and joins the same case.
  await post(baton, {
    from: maria,
    to: answer.replyTo!.value[0]!.address!,
    subject: 'Another subject altogether',
    text: 'Thank you. When will I have the money?',
  });
  await conversation(page).getByText('When will I have the money?').waitFor();
  await expect.poll(() => page.locator('[data-row]').count()).toBe(1);

  // It goes up, with a reason and a summary; she is told.
  await page.getByRole('button', { name: 'Pass up' }).click();
  await page.getByLabel('Reason').selectOption({ label: 'Needs access that I do not have' });
  await page.getByRole('textbox', { name: 'Summary' }).fill('Charged twice; needs the provider.');
  await page.locator('form').getByRole('button', { name: 'Pass up' }).click();
  await page.getByRole('main').getByText('Specialists', { exact: true }).waitFor();
  await conversation(page)
    .getByText('Ana Popescu passed it up to Ana Popescu: Needs access that I do not have')
    .waitFor();

  // It is solved, with a written solution; the hands are empty again.
  await page.getByRole('button', { name: 'Solve' }).click();
  await page
    .getByRole('textbox', { name: /^The solution/ })
    .fill('The second charge is refunded; the money arrives on Friday.');
  await page.getByRole('button', { name: 'Send and solve' }).click();
  await page.getByRole('heading', { name: 'Your hands are empty' }).waitFor();
  await toMaria(/arrives on Friday/);
  await page.getByText('Solved, not yet confirmed').click();
  await row(page, subject).waitFor();

  // Receipt, answer, who holds it now, solution: all in one thread of her mailbox.
  const hers = mailbox.letters.filter((letter) => letter.envelopeTo.includes(maria.address));
  expect(hers).toHaveLength(4);
  for (const letter of hers) expect(letter.subject).toContain(subject);
  expect(hers.every((letter) => letter.references?.includes('<first@kuznetsova.example>'))).toBe(
    true,
  );
});

test('what came in and went out is accounted for', async () => {
  const { page } = desk;
  await page.getByRole('link', { name: 'Outbox' }).click();
  await page
    .getByRole('link', { name: new RegExp(subject) })
    .first()
    .waitFor();
  const sent = page.getByRole('row').filter({ hasText: 'sent' });
  await expect.poll(() => sent.count()).toBe(4);
  await page
    .getByRole('link', { name: new RegExp(subject) })
    .first()
    .click();
  await page.getByText('arrives on Friday').waitFor();

  await page.getByRole('link', { name: 'Mail in' }).click();
  await page.getByRole('cell', { name: 'new case' }).waitFor();
  await page.getByRole('cell', { name: 'joined a case' }).waitFor();
  const account = page.getByRole('row').filter({ hasText: 'Everything that arrives' });
  await expect
    .poll(() => account.getByRole('cell').allTextContents())
    .toEqual(expect.arrayContaining(['2', '1', '1']));
});

test('signing out closes the desk, and signing in leads back to where one was', async () => {
  const { page, complaints } = desk;
  await page.goto('/outbox');
  await page.getByRole('button', { name: ana.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto('/mail-in');
  await page.getByLabel('Mail address').fill(ana.email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').getByText('do not belong together').waitFor();
  await page.getByLabel('Password', { exact: true }).fill(ana.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel('Code').fill(codeFor(secret, 1));
  await page.getByLabel('Code').press('Enter');
  await page.getByRole('heading', { name: 'Mail in' }).waitFor();
  await page.goto(baton.link);
  await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
  expect(complaints).toEqual([]);
});
