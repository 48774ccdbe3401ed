import { expect, test } from 'vitest';
import { conversation, row, takeOver } from './harness/desk.ts';
import { letterThat } from './harness/mailbox.ts';
import { post } from './harness/post.ts';
import { openStageWithMail } from './harness/stage.ts';

const { mailbox, baton, desk } = await openStageWithMail();
await takeOver(desk.page, baton);

const to = 'help@nordlys.test';

test('people come and go, a message becomes a case, and two cases become one and two again', async () => {
  const { page } = desk;
  await post(baton, {
    from: 'Maria Popescu <maria@customer.test>',
    to,
    subject: 'Router',
    text: 'It blinks red.',
  });
  const receipt = await letterThat(mailbox, (one) =>
    one.envelopeTo.includes('maria@customer.test'),
  );
  const replyTo = receipt.replyTo!.value[0]!.address!;
  await row(page, 'Router').click();
  await page.getByRole('region', { name: 'Conversation' }).getByText('It blinks red.').waitFor();

  // Somebody unknown answers with the address of the case.
  await post(baton, {
    from: 'Ion <ion@elsewhere.test>',
    to: replyTo,
    subject: 'Modem',
    text: 'My modem, too.',
  });
  await conversation(page).getByText('ion@elsewhere.test is unknown in this case').waitFor();
  await conversation(page).getByRole('button', { name: 'Let in' }).click();
  await conversation(page).getByText('you let them in, in copy').waitFor();
  const side = page.getByRole('complementary');
  await side.getByText('ion@elsewhere.test').waitFor();

  // What Ion wrote is another problem.
  const split = conversation(page).getByRole('button', { name: 'Make it a case of its own' });
  await split.click();
  await conversation(page).getByText('becomes the customer of a new case').waitFor();
  await split.click();
  await conversation(page)
    .getByText(/Belongs to #\d+ now/)
    .waitFor();
  await conversation(page).getByRole('link', { name: /#\d+/ }).first().click();
  await page.getByRole('heading', { name: 'Modem' }).waitFor();
  const number = /#(\d+)/.exec(
    await conversation(page)
      .getByText(/Came to #\d+ at first/)
      .innerText(),
  )![1]!;

  // Or the same one, after all.
  await page.keyboard.press('.');
  await page.getByRole('menuitem', { name: 'Merge into…' }).click();
  await page.getByLabel('Number of the case').fill(number);
  await page.getByText(/Both customers will see every reply/).waitFor();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText(`Merged into #${number}`).waitFor();
  await letterThat(mailbox, (one) => /together with another case/.test(one.text ?? ''));
  await page.getByRole('button', { name: 'Undo merge' }).click();
  await page.getByRole('button', { name: 'Undo merge' }).click();
  await page.getByText(`Merged into #${number}`).waitFor({ state: 'detached' });
  expect(desk.complaints).toEqual([]);
});
