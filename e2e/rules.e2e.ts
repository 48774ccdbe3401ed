import { expect, test } from 'vitest';
import { conversation, row, takeOver } from './harness/desk.ts';
import { post } from './harness/post.ts';
import { openStageWithMail } from './harness/stage.ts';

const { baton, desk } = await openStageWithMail();
await takeOver(desk.page, baton);

const letter = (subject: string, text: string) =>
  post(baton, {
    from: 'Maria Popescu <maria@customer.test>',
    to: 'help@nordlys.test',
    subject,
    text,
  });

test('a rule is written, tried on what was, and acts on the next letter', async () => {
  const { page, complaints } = desk;
  await letter('Parcel', 'It never came. I want a REFUND.');
  await row(page, 'Parcel').waitFor();

  await page.goto('/settings/rules');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByLabel('Name').fill('Refunds are urgent');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  const words = page.getByRole('group', { name: 'Words' });
  await words.getByRole('textbox', { name: 'Words' }).fill('refund\nmoney back');
  const act = page.getByRole('group', { name: 'set the urgency' });
  await act.getByRole('combobox', { name: 'set the urgency' }).selectOption('urgent');

  // What it would have done; nothing is done.
  await page.getByRole('button', { name: 'Try it on the last 30 days' }).click();
  await page.getByText('It would have acted 1 time, out of 1.').waitFor();
  await page.getByRole('link', { name: /#\d+ Parcel/ }).waitFor();
  await page.getByRole('button', { name: 'Save the rule' }).click();
  await page.getByText('Acted 0 times in 30 days').waitFor();
  await page.getByText('Words: refund, money back').waitFor();

  // The next one that asks for money back is urgent, and its history says why.
  await letter('Kettle', 'Broken. Can I have my money back?');
  await page.goto('/');
  await row(page, 'Kettle').click();
  await conversation(page).getByText('Rule “Refunds are urgent”: Urgency: urgent').waitFor();

  // Another version; the first can be brought back.
  await page.goto('/settings/rules');
  await page.getByText('Acted 1 time in 30 days').waitFor();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Name').fill('Refunds first');
  await page.getByRole('button', { name: 'Add an act' }).click();
  await page.getByLabel('Text').fill('Use the new form.');
  const keep = page.getByRole('button', { name: 'Save the rule' });
  await keep.click();
  await keep.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByText('How it was: 2 versions').click();
  await page.getByRole('button', { name: 'Bring this one back' }).click();
  await page.getByText('How it was: 3 versions').waitFor();
  await page.getByRole('switch', { name: 'Refunds are urgent: in force' }).waitFor();

  // What a condition names may be gone by the time it is saved: that is said at this condition.
  const origin = { headers: { origin: baton.url } };
  const made = await page.request.post('/api/topics', { data: { name: 'Kettles' }, ...origin });
  const { id: topic } = (await made.json()) as { id: string };
  await page.reload();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByLabel('Name').fill('Kettles are urgent');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByLabel('Condition', { exact: true }).selectOption('topic');
  const kettles = page.getByRole('checkbox', { name: 'Kettles' });
  await kettles.check();
  expect((await page.request.delete(`/api/topics/${topic}`, origin)).ok()).toBe(true);
  await keep.click();
  await page.getByText('does not exist, or is no longer used').waitFor();
  const atFault = page
    .getByRole('group', { name: 'Topic' })
    .getByRole('checkbox', { checked: true });
  expect(await atFault.getAttribute('aria-invalid')).toBe('true');

  // A key that is held says once that it is to go, and not that one is sure.
  await page.goto('/settings/rules');
  await page.getByRole('button', { name: 'Change' }).click();
  const { keyboard } = page;
  const removals: string[] = [];
  page.on('request', (one) => one.method() === 'DELETE' && removals.push(one.url()));
  await page.getByRole('button', { name: 'Delete the rule' }).focus();
  await keyboard.down('Enter');
  const sure = page.getByRole('button', { name: 'Really delete' });
  await expect.poll(() => sure.evaluate((one) => one === document.activeElement)).toBe(true);
  await keyboard.down('Enter');
  await keyboard.up('Enter');
  expect(await sure.isEnabled()).toBe(true);
  expect(removals).toEqual([]);
  await keyboard.press('Enter');
  await page.getByText('Refunds are urgent').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});
