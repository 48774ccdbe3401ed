import { expect, test } from 'vitest';
import { conversation, row, takeOver } from './harness/desk.ts';
import { openStage } from './harness/stage.ts';
import { apiOf } from './pictures/people.ts';

type Named = { id: string; name: string };
type List<T> = { items: T[] };

const { baton, desk } = await openStage();
await takeOver(desk.page, baton);
const admin = await apiOf(baton, 'admin');
const [ana] = (await admin<List<Named>>('GET', '/api/agents')).items as [Named];

/** Three cases in Ana's hands, two of them about invoices, and then a colleague. */
async function threeCasesAndTom() {
  const topic = await admin<Named>('POST', '/api/topics', { name: 'Invoices' });
  const open = (subject: string, more: object) =>
    admin('POST', '/api/cases', {
      customer: { email: 'kim@acme.test', name: 'Kim Larsen' },
      subject,
      text: 'Please look.',
      ...more,
    });
  await open('Invoice of May', { topic: topic.id });
  await open('Invoice of June', { topic: topic.id });
  await open('Router', {});
  const front = (await admin<List<Named & { level: number }>>('GET', '/api/teams')).items.find(
    ({ level }) => level === 1,
  );
  const tom = { name: 'Tom Berg', email: 'tom@acme.test', teams: [{ team: front!.id }] };
  return admin<Named>('POST', '/api/agents', tom);
}

test('cases of a topic are handed over at once; it is seen before where each goes, and after where it went', async () => {
  const { page, complaints } = desk;
  const tom = await threeCasesAndTom();
  await page.goto(`/settings/people/${ana.id}`);
  await page.getByRole('link', { name: 'Hand over several cases' }).click();
  await page.getByText('3 of 3 chosen').waitFor();
  await expect.poll(() => page.getByText('→').count()).toBe(3);

  await page.getByLabel('Topic').selectOption({ label: 'Invoices (2)' });
  await page.getByText('2 of 2 chosen').waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Router' }).count()).toBe(0);
  const go = page.getByRole('button', { name: 'Hand over 2 cases' });
  await page.getByLabel('Reason').selectOption({ label: 'At the lead’s wish' });
  // What is still missing is where the focus goes, and nothing moves.
  await go.click();
  const summary = page.getByLabel('Summary');
  await expect
    .poll(() => summary.evaluate((element) => element === document.activeElement))
    .toBe(true);
  // Blanks alone are nothing either.
  await summary.pressSequentially('  ');
  await expect.poll(() => summary.inputValue()).toBe('');
  await summary.fill('Tom knows the invoices.');
  // What could not move is said before anything is done.
  await page.getByLabel('Which way').selectOption('up');
  await page.getByLabel('To whom').waitFor({ state: 'detached' });
  await page.getByLabel('Which way').selectOption('across');
  await page.getByLabel('To whom').selectOption({ label: ana.name });
  await page.getByText('it is in these hands already').first().waitFor();
  await page.getByLabel('To whom').selectOption({ label: tom.name });
  await page.getByLabel('Reason').selectOption({ label: 'At the lead’s wish' });
  await go.click();
  await page.getByRole('heading', { name: '2 cases were handed over' }).waitFor();
  await expect.poll(() => page.getByText(tom.name).count()).toBe(2);

  await page.getByRole('link', { name: 'Invoice of May' }).click();
  await conversation(page).getByText('Tom knows the invoices.').waitFor();
  await page.goto('/');
  await row(page, 'Router').waitFor();
  await expect.poll(() => row(page, 'Invoice').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('the company, somebody’s hours and an absence are set where one looks for them', async () => {
  const { page, complaints } = desk;
  await page.goto('/settings/company');
  await page.getByLabel('The customer is asked again after').fill('48');
  await page.getByLabel('A helper has').fill('4.5');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  expect(await admin('GET', '/api/company')).toMatchObject({
    remindAfter: 'P2D',
    taskWithin: 'PT4H30M',
  });

  const weekly = [{ day: 1, from: '09:00', to: '17:00' }];
  await admin('POST', '/api/calendars', { name: 'Mondays', zone: 'UTC', weekly });
  const tom = (await admin<List<Named>>('GET', '/api/agents')).items.find(
    ({ name }) => name === 'Tom Berg',
  );
  await page.goto(`/settings/people/${tom!.id}`);
  await page.getByLabel('Working hours').selectOption({ label: 'Mondays' });
  type Kept = { name: string; uses: { agents: Named[] } };
  const keepers = async () => (await admin<List<Kept>>('GET', '/api/calendars')).items[0]!.uses;
  await expect.poll(async () => (await keepers()).agents.map(({ id }) => id)).toEqual([tom!.id]);

  await page.getByText('Said here, their cases go to others in time.').waitFor();
  const form = page.getByRole('form', { name: 'A new absence' });
  await form.getByLabel('From').fill('2099-07-01T09:00');
  await form.getByRole('button', { name: 'Record the absence' }).click();
  await page.getByText('until further notice').waitFor();
  await page.getByRole('button', { name: 'Change' }).click();
  const change = page.getByRole('form', { name: 'Change' });
  await change.getByLabel('Until').fill('2099-07-21T09:00');
  await change.getByRole('button', { name: 'Save' }).click();
  await page.getByText('21 Jul 2099').waitFor();
  await page.getByRole('button', { name: 'Cancel the absence' }).click();
  await page.getByText('No absence is recorded.').waitFor();
  expect(complaints).toEqual([]);
});
