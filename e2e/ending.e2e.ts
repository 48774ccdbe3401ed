import { expect, test } from 'vitest';
import { conversation, row, takeOver } from './harness/desk.ts';
import { letterThat } from './harness/mailbox.ts';
import { post } from './harness/post.ts';
import { openStageWithMail } from './harness/stage.ts';

const { mailbox, baton, browser, desk } = await openStageWithMail();
await takeOver(desk.page, baton);

/** A customer writes, and Ana solves it by keyboard; gives the letter with the solution. */
async function solved(subject: string) {
  const { page } = desk;
  const { keyboard } = page;
  const from = 'Maria Lund <maria@lund.example>';
  await post(baton, { from, to: 'help@nordlys.example', subject, text: 'It is dark.' });
  await row(page, subject).click();
  await page.getByRole('heading', { name: subject }).waitFor();
  await keyboard.press('s');
  await keyboard.type('Turn the lamp by half a turn.');
  await keyboard.press('Control+Enter');
  await row(page, subject).waitFor({ state: 'detached' });
  return letterThat(
    mailbox,
    (letter) => letter.text?.includes('half a turn') === true && letter.subject!.includes(subject),
  );
}

test('the customer says on a page without scripts that it is solved, and the case is closed', async () => {
  const letter = await solved('No light');
  const [link] = /http:\S+\/c\/\S+/.exec(letter.text!)!;
  const customer = await browser.newContext({ javaScriptEnabled: false });
  const page = await customer.newPage();
  await page.goto(link);
  await page.getByRole('heading', { name: 'Is your problem solved?' }).waitFor();
  await page.getByText('Turn the lamp by half a turn.').waitFor();
  await page.getByRole('button', { name: 'Yes, it is solved' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await customer.close();
  const found = await desk.page.request.get('/api/cases?status=closed');
  const { items } = (await found.json()) as { items: { id: string; confirmed: boolean }[] };
  expect(items.map(({ confirmed }) => confirmed)).toEqual([true]);
  await desk.page.goto(`/cases/${items[0]!.id}`);
  await desk.page.getByText('closed, confirmed').waitFor();
});

test('a word of thanks opens the case, and one key solves it as before', async () => {
  const letter = await solved('Still no light');
  const { page } = desk;
  await post(baton, {
    from: 'Maria Lund <maria@lund.example>',
    to: letter.replyTo!.value[0]!.address!,
    subject: `Re: ${letter.subject}`,
    inReplyTo: letter.messageId!,
    text: 'Thank you so much!',
  });
  await row(page, 'Still no light').click();
  await conversation(page).getByText('Thank you so much!').waitFor();
  await page.getByRole('button', { name: 'It was thanks' }).waitFor();
  await page.keyboard.press('t');
  await conversation(page).getByText('said it was thanks').waitFor();
  await row(page, 'Still no light').waitFor({ state: 'detached' });
  expect(desk.complaints).toEqual([]);
});

test('somebody is asked for help by keyboard, and mentioned in a note', async () => {
  const { page } = desk;
  const { keyboard } = page;
  const created = await page.request.post('/api/agents', {
    data: { name: 'Otto Berg', email: 'otto@nordlys.example', role: 'agent', teams: [] },
    headers: { origin: baton.url },
  });
  expect(created.status()).toBe(201);
  await post(baton, {
    from: 'Maria Lund <maria@lund.example>',
    to: 'help@nordlys.example',
    subject: 'A third matter',
    text: 'What now?',
  });
  await page.reload();
  await row(page, 'A third matter').click();
  await conversation(page).getByText('What now?').waitFor();
  await keyboard.press('a');
  await page.getByLabel('Whom').selectOption('Otto Berg');
  await page.getByRole('textbox', { name: 'What should they do' }).fill('Find the spare bulb.');
  await keyboard.press('Control+Enter');
  const side = page.getByRole('complementary', { name: 'About this case' });
  await side.getByText('Find the spare bulb.').waitFor();
  await conversation(page).getByText('asked Otto Berg for help').waitFor();

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await keyboard.press('n');
  await keyboard.type('@ott');
  await page.getByRole('button', { name: 'Otto Berg' }).waitFor();
  await keyboard.press('Enter');
  await keyboard.type('please look.');
  await keyboard.press('Control+Enter');
  await conversation(page).getByText('@Otto Berg please look.').waitFor();
  await conversation(page).getByText('Otto Berg follows').waitFor();

  // What is still being done stands in the way of the solution, until it is withdrawn.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await keyboard.press('s');
  await page.getByRole('textbox', { name: 'The solution' }).fill('A new bulb is on its way.');
  await page.getByRole('checkbox', { name: 'Withdraw that and solve it' }).check();
  await page.getByRole('button', { name: 'Send and solve' }).click();
  await row(page, 'A third matter').waitFor({ state: 'detached' });
  await page.goto('/tasks');
  await page.getByText('Nobody is waiting for your help.').waitFor();
  expect(desk.complaints).toEqual([]);
});
