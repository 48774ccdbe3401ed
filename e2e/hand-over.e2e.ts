import { expect, test } from 'vitest';
import { conversation, enrol, openDesk, row, takeOver } from './harness/desk.ts';
import { post } from './harness/post.ts';
import { openStage } from './harness/stage.ts';
import { apiOf } from './pictures/people.ts';

const subject = 'The router blinks red';

let caseId: string;

type Named = { id: string; name: string };
type List<T> = { items: T[] };

const { baton, browser, desk: ana } = await openStage();
const tom = await openDesk(browser, baton);
await takeOver(ana.page, baton);
const admin = await apiOf(baton, 'admin');

/** Tom, alone among the specialists, comes in by his own link. */
async function bringInTom() {
  const teams = (await admin<List<Named>>('GET', '/api/teams')).items;
  const specialists = teams.find((team) => team.name === 'Specialists')!;
  const { id } = await admin<Named>('POST', '/api/agents', {
    name: 'Tom Berg',
    email: 'tom@nordlys.example',
  });
  await admin('PATCH', `/api/teams/${specialists.id}`, { members: [{ agent: id }] });
  const { url } = await admin<{ url: string }>('POST', `/api/agents/${id}/sign-in-link`);
  await tom.page.goto(url);
  await tom.page.getByLabel('Password', { exact: true }).fill('another horse battery');
  await tom.page.getByRole('button', { name: 'Take over' }).click();
  await enrol(tom.page);
  await tom.page.getByRole('heading', { name: 'Your hands are empty' }).waitFor();
}

test('topics are set up by the keyboard, with what is asked', async () => {
  const { page } = ana;
  await page.goto('/settings/topics');
  await page.getByRole('button', { name: 'Add a topic' }).press('Enter');
  await page.getByLabel('Name').fill('Routers');
  await page.getByLabel('Name').press('Enter');
  await page.getByRole('button', { name: 'Add a question' }).press('Enter');
  await page.getByLabel('Question').fill('Serial number?');
  await page.getByRole('button', { name: 'Save the questions' }).press('Enter');
  await page.getByRole('button', { name: 'Save the questions' }).waitFor({ state: 'detached' });

  await page.goto('/settings/topic-rules');
  await page.getByRole('button', { name: 'Add a rule' }).press('Enter');
  await page.getByLabel('Name').fill('About routers');
  await page.getByRole('combobox', { name: 'Topic' }).selectOption({ label: 'Routers' });
  await page.getByLabel('Words').fill('router');
  await page.getByRole('button', { name: 'Save the rule' }).press('Enter');
  await page.getByText('About routers').waitFor();
  await page.getByRole('textbox', { name: 'Subject' }).fill('My ROUTER');
  await page.getByRole('button', { name: 'Which topic?' }).press('Enter');
  const result = page.getByRole('status').filter({ hasText: 'About routers' });
  await result.waitFor();
  await expect.poll(() => result.textContent()).toContain('Topic: Routers');
});

test('a case goes up with what the next one needs, who opens it and has it', async () => {
  await bringInTom();
  await post(baton, {
    from: { name: 'Maria', address: 'maria@kuznetsova.example' },
    to: 'help@nordlys.example',
    subject,
    text: 'It blinks red since the storm, and the neighbours are fine.',
  });
  const { page } = ana;
  await page.goto('/');
  await row(page, subject).click();
  await page.getByRole('heading', { name: subject }).waitFor();
  caseId = new URL(page.url()).pathname.split('/').at(-1)!;

  // The rule gave it its topic, whose question is still open.
  await page.getByText('1 fact is still missing').waitFor();
  // What is put back to what it was is not asked about.
  await page.getByRole('textbox', { name: 'Serial number?' }).fill('A-1');
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Serial number?' }).fill('');
  await page.getByRole('link', { name: /^In your hands/ }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await row(page, subject).click();
  await page.getByRole('heading', { name: subject }).waitFor();
  await page.getByRole('textbox', { name: 'Serial number?' }).fill('A-4711');
  await page.getByRole('textbox', { name: 'Serial number?' }).press('Tab');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await page.getByText('1 fact is still missing').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Pass up' }).click();
  await page.getByLabel('Reason').selectOption({ label: 'Needs access that I do not have' });
  // The reason is kept nowhere: leaving it asks.
  await page.getByLabel('Reason').press('Escape');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click();
  await page.getByText('Mark what is to be seen first').press('Enter');
  await page.getByRole('checkbox', { name: /since the storm/ }).press('Space');
  await page.getByRole('textbox', { name: 'Summary' }).fill('Struck by lightning, it seems.');
  await page.locator('form').getByRole('button', { name: 'Pass up' }).click();
  await page.getByRole('heading', { name: 'Your hands are empty' }).waitFor();
  await page.goto(`/cases/${caseId}`);
  await page.getByText('Tom Berg has not opened it yet').waitFor();

  await tom.page.goto('/');
  await row(tom.page, subject).click();
  const came = tom.page.getByRole('region', { name: 'What came along' });
  await came.getByText('Came up from Ana Popescu').waitFor();
  await came.getByText('Struck by lightning, it seems.').waitFor();
  await came.getByText('since the storm').waitFor();
  await came.getByText('Needs access that I do not have').waitFor();
  await conversation(tom.page).getByText('Tom Berg opened the case and has it').waitFor();
  await came.getByRole('button', { name: 'Put away' }).press('Enter');
  await came.waitFor({ state: 'detached' });
  await tom.page.reload();
  await conversation(tom.page).getByText('Struck by lightning').waitFor();
  expect(await came.count()).toBe(0);
});

test('a case goes down to whom the level above names, and its time goes on', async () => {
  const { page } = tom;
  const due = async () =>
    (await admin<{ clock: { due: string } }>('GET', `/api/cases/${caseId}`)).clock.due;
  const before = await due();
  await page.keyboard.press('.');
  await page.getByRole('menuitem', { name: 'Hand down' }).press('Enter');
  await page.getByLabel('Reason').selectOption({ label: 'Decided here; the rest is done below' });
  await page.getByLabel('To whom').selectOption({ label: 'Ana Popescu' });
  await page.getByRole('textbox', { name: 'Summary' }).fill('Send her a new one.');
  await page.locator('form').getByRole('button', { name: 'Hand down' }).click();
  await page.getByRole('heading', { name: 'Your hands are empty' }).waitFor();
  await expect.poll(() => due()).toBe(before);

  await ana.page.goto('/');
  await row(ana.page, subject).click();
  const came = ana.page.getByRole('region', { name: 'What came along' });
  await came.getByText('Send her a new one.').waitFor();

  // Somebody is asked without a mouse: whom, what, and off it goes.
  await ana.page.keyboard.press('a');
  const whom = ana.page.locator('select:focus');
  await whom.locator('option', { hasText: 'Tom Berg' }).waitFor({ state: 'attached' });
  const typed = async () => {
    await ana.page.keyboard.type('Tom');
    return whom.locator('option:checked').textContent();
  };
  // Letters that come too slowly begin another name.
  await expect.poll(typed, { interval: 1_500 }).toBe('Tom Berg');
  await ana.page.keyboard.press('Tab');
  await ana.page.keyboard.type('Which one is in stock?');
  await ana.page.keyboard.press('Control+Enter');
  await ana.page.getByRole('complementary').getByText('Which one is in stock?').waitFor();
  expect([...ana.complaints, ...tom.complaints]).toEqual([]);
});

test('a lead sees in the pyramid what is in whose hands, opens them and moves a case', async () => {
  const { page } = ana;
  const teams = (await admin<List<Named>>('GET', '/api/teams')).items;
  const front = teams.find((team) => team.name === 'Front line')!;
  await admin('POST', '/api/agents', {
    name: 'Eva Kis',
    email: 'eva@nordlys.example',
    teams: [{ team: front.id }],
  });
  await page.goto('/');
  await page.getByRole('link', { name: 'Pyramid' }).press('Enter');
  const frontLine = page.getByRole('region', { name: 'Front line' }).first();
  await frontLine.getByRole('link', { name: /^Eva Kis 0 of 20 not in yet/ }).waitFor();
  await frontLine
    .getByRole('link', { name: /^Ana Popescu 1 of 20 next goes up in/ })
    .press('Enter');
  await page.getByRole('heading', { name: 'In the hands of Ana Popescu' }).waitFor();
  await row(page, subject).press('Enter');
  await page.getByRole('heading', { name: subject }).waitFor();
  await page.keyboard.press('.');
  await page.getByRole('menuitem', { name: 'Hand across' }).press('Enter');
  await page.getByLabel('Reason').selectOption({ label: 'At the lead’s wish' });
  await page.getByLabel('To whom').selectOption({ label: 'Eva Kis' });
  await page.getByRole('textbox', { name: 'Summary' }).fill('Eva goes there tomorrow.');
  await page.locator('form').getByRole('button', { name: 'Hand across' }).click();
  // Back where one came from, and the pyramid knows.
  await page.getByRole('heading', { name: 'In the hands of Ana Popescu' }).waitFor();
  await page.getByRole('link', { name: 'Back' }).press('Enter');
  await frontLine
    .getByRole('link', { name: /^Eva Kis 1 of 20 not in yet.*next goes up in/ })
    .waitFor();
  await frontLine.getByRole('link', { name: /^Ana Popescu 0 of 20/ }).waitFor();
  expect(ana.complaints).toEqual([]);
});
