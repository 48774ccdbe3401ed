import type { Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { conversation, row, takeOver, written } from './harness/desk.ts';
import { letterThat } from './harness/mailbox.ts';
import { post } from './harness/post.ts';
import { openStageWithMail } from './harness/stage.ts';

const { mailbox, baton, desk } = await openStageWithMail();
await takeOver(desk.page, baton);

const andrei = 'andrei@ionescu.example';

test('no answer passes a letter that came while it was written', async () => {
  const { page, complaints } = desk;
  await post(baton, {
    from: andrei,
    to: 'help@nordlys.example',
    subject: 'Password',
    text: 'I cannot set a new password.',
  });
  const receipt = await letterThat(mailbox, (letter) => letter.envelopeTo.includes(andrei));
  await row(page, 'Password').click();
  const field = page.getByRole('textbox', { name: /^Reply to/ });
  await field.fill('Use the link again, please.');

  // From here on this page hears of nothing new by itself, as on a bad line.
  const caseUrl = new RegExp(`/api/cases/${page.url().split('/').at(-1)}$`);
  await page.route(caseUrl, (route) => route.abort());
  await post(baton, {
    from: andrei,
    to: receipt.replyTo!.value[0]!.address!,
    subject: 'Re: Password',
    text: 'It works now, forget it.',
  });
  const inbound = async () => {
    const { items } = (await (await page.request.get('/api/mail/inbound')).json()) as {
      items: { outcome: string }[];
    };
    return items.map((item) => item.outcome);
  };
  await expect.poll(inbound).toEqual(['joined', 'opened']);
  await page.unroute(caseUrl);
  await field.press('Control+Enter');

  // Nothing was sent; what came is shown, what was written is kept.
  await page.getByText('this came while you were writing').waitFor();
  await page.getByRole('alert').getByText('It works now, forget it.').waitFor();
  await expect.poll(() => written(field)).toBe('Use the link again, please.');
  expect(mailbox.letters).toHaveLength(1);

  // Having seen it, one may send.
  await field.fill('Glad to hear it.');
  await field.press('Control+Enter');
  await conversation(page).getByText('Glad to hear it.').waitFor();
  await letterThat(mailbox, (letter) => /Glad to hear it/.test(letter.text!));

  // Where the letter is on the screen before the rest of the case, it is shown once and no more.
  await field.fill('Any time.');
  let isSent = false;
  await page.route('**/replies', (route) => {
    isSent = true;
    return route.continue();
  });
  await page.route(caseUrl, (route) => (isSent ? route.continue() : route.abort()));
  await post(baton, {
    from: andrei,
    to: receipt.replyTo!.value[0]!.address!,
    subject: 'Re: Password',
    text: 'You were quick.',
  });
  await conversation(page).getByText('You were quick.').waitFor();
  await field.press('Control+Enter');
  await page.getByRole('alert').getByText('You were quick.').waitFor();
  expect(isSent).toBe(false);
  await field.press('Control+Enter');
  await conversation(page).getByText('Any time.').waitFor();
  await page.unroute(caseUrl);
  await page.unroute('**/replies');

  // Whoever acts upon a letter has seen it, also where it is there before the rest of the case.
  let isAdmitted = false;
  await page.route('**/strangers/*', (route) => {
    isAdmitted = true;
    return route.continue();
  });
  await page.route(caseUrl, (route) => (isAdmitted ? route.continue() : route.abort()));
  await post(baton, {
    from: 'ion@letters.test',
    to: receipt.replyTo!.value[0]!.address!,
    subject: 'Re: Password',
    text: 'I share the account.',
  });
  await conversation(page).getByRole('button', { name: 'Let in' }).click();
  await conversation(page).getByText('you let them in, in copy').waitFor();
  await page.unroute(caseUrl);
  await page.unroute('**/strangers/*');
  expect(complaints.filter((one) => !one.includes('ERR_FAILED'))).toEqual([]);
});

test('what is written and sent while the last is on its way goes after it, each once', async () => {
  const { page } = desk;
  const field = page.getByRole('textbox', { name: /^Reply to/ });
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const replies = '**/replies';
  // The server has it and every desk shows it; its answer to this page is slow.
  await page.route(replies, async (route) => {
    const response = await route.fetch();
    await released;
    await route.fulfill({ response });
  });
  await field.fill('One.');
  await field.press('Control+Enter');
  await conversation(page).getByText('One.', { exact: true }).waitFor();
  await field.press('Control+Enter');
  await field.fill('Two.');
  await field.press('Control+Enter');
  release();
  await conversation(page).getByText('Two.', { exact: true }).waitFor();
  await expect.poll(() => written(field)).toBe('');
  await page.unroute(replies);
  for (const text of ['One.', 'Two.']) {
    expect(await conversation(page).getByText(text, { exact: true }).count()).toBe(1);
  }
});

test('when the server cannot be reached, the text stays and one try more sends it once', async () => {
  const { page } = desk;
  const field = page.getByRole('textbox', { name: /^Reply to/ });
  await field.fill('One more thing.');
  const replies = '**/replies';
  // The answer is lost on its way back: the server has done it, the page does not know.
  await page.route(replies, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await field.press('Control+Enter');
  await page.getByRole('alert').getByText('Baton cannot be reached').waitFor();
  await expect.poll(() => written(field)).toBe('One more thing.');
  await page.unroute(replies);
  await field.press('Control+Enter');
  await expect.poll(() => written(field)).toBe('');
  await expect.poll(() => conversation(page).getByText('One more thing.').count()).toBe(1);
});

test('an answer that was lost is known as sent, also where its draft ended with it and time went on', async () => {
  const { page } = desk;
  const field = page.getByRole('textbox', { name: /^Reply to/ });
  // What the last journey left is thrown away at the same address.
  const isKeeping = (answer: Response) =>
    answer.request().method() === 'PUT' && answer.url().endsWith('/drafts/reply');
  const kept = page.waitForResponse((answer) => isKeeping(answer) && answer.ok());
  await field.fill('Please say');
  await kept;
  // What is typed after that reaches the server only with what is sent, whose answer is lost.
  await page.route('**/drafts/reply', (route) => route.abort());
  await field.fill('Please say how it went.');
  await page.route('**/replies', async (route) => {
    await route.fetch();
    await page.unroute('**/drafts/reply');
    await route.abort();
  });
  const gone = page.waitForResponse((answer) => isKeeping(answer) && answer.status() === 412);
  await page.getByRole('button', { name: 'More ways to send' }).click();
  await page.getByRole('menuitem', { name: 'Send and wait 3 days' }).click();
  await page.getByRole('alert').getByText('Baton cannot be reached').waitFor();
  await gone;
  await page.unroute('**/replies');
  await field.press('Control+Enter');
  await expect.poll(() => written(field)).toBe('');
  await page.getByText('Waits for the customer, until').waitFor();
  expect(await page.getByText('on another device').count()).toBe(0);
  const said = conversation(page).getByText('Please say how it went.');
  await expect.poll(() => said.count()).toBe(1);
});
