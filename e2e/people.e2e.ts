import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { PushService, Subscriber } from '../server/src/slices/push/testing.ts';
import { ana, conversation, enrol, openDesk, row, takeOver } from './harness/desk.ts';
import { letterThat } from './harness/mailbox.ts';
import { post } from './harness/post.ts';
import { pushWorkerOf } from './harness/push.ts';
import { openStageWithMail } from './harness/stage.ts';
import { openBeside } from './pictures/time.ts';

const { mailbox, baton, browser, desk } = await openStageWithMail({
  settings: { FETCH_INSIDE: '127.0.0.1' },
});
const { page } = desk;
await takeOver(page, baton);
const service = new PushService();
afterAll(() => service.stop());

const to = 'help@nordlys.test';

test('people come and go, a message becomes a case, and two cases become one and two again', async () => {
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

type Line = {
  kind: string;
  case: { id: string; number: number } | null;
  mail: { reason: string | null };
  push: { reason: string | null };
};

/** Asks the API as whoever is signed in at the desk. */
const ask = <T>(method: string, path: string, body?: object): Promise<T> =>
  page.evaluate(
    async ([how, where, given]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(where, { method: how, ...(given && { headers, body: given }) });
      return answer.json();
    },
    [method, path, body && JSON.stringify(body)] as [string, string, string | undefined],
  );

/** Opens a case by a letter, and tells its number. */
async function letterFrom(address: string): Promise<number> {
  await post(baton, { from: address, to, subject: 'Modem', text: 'It is dark.' });
  const receipt = await letterThat(mailbox, (one) => one.envelopeTo.includes(address));
  return Number(/#(\d+)/.exec(receipt.subject!)![1]);
}

/** Lets a minute pass, in which mail is gathered. */
async function aMinuteLater() {
  const opened = await openBeside(baton);
  await sql`update baton.notices set at = at - interval '1 minute'`.execute(opened.deps.db);
  await opened.close();
}

/** What went wrong at the desk, but that a browser which forgets all can subscribe to no push. */
const wrong = () => desk.complaints.filter((one) => !one.includes('Push API in incognito'));

/** What was pushed, as the browser hands it to the worker of the desk. */
let pushed: { [name: string]: string };

test('people are told as they chose and while they are at work, and it stands who was', async () => {
  const { agent } = await ask<{ agent: { id: string } }>('GET', '/api/me');
  // No mail goes to an address under .example (RFC 2606).
  const email = 'ana@desk.test';
  await ask('PATCH', `/api/agents/${agent.id}`, { email });
  const soon = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).getUTCDay() || 7;
  await ask('POST', '/api/calendars', {
    ...{ name: 'In three days', zone: 'UTC', weekly: [{ day: soon, from: '09:00', to: '17:00' }] },
    uses: { company: false, levels: [], teams: [], agents: [agent.id] },
  });
  await page.context().grantPermissions(['notifications']);
  await page.goto('/notices/choices');
  await page.getByRole('button', { name: 'Push to this device' }).click();
  // The push service of its maker is not in this world; another one takes its place.
  await page.getByText('The browser could not reach its push service').waitFor();
  const subscriber = await Subscriber.make();
  const { key } = await ask<{ key: string }>('GET', '/api/push-devices');
  const endpoint = `${await service.start()}/device`;
  await ask('PUT', '/api/push-devices', { endpoint, keys: subscriber.keys, key });

  const numbers = [await letterFrom('sofia@x.test'), await letterFrom('pavel@x.test')];
  await aMinuteLater();
  const lines = async () =>
    (await ask<{ items: Line[] }>('GET', '/api/notice-ledger')).items.filter(
      (line) => line.kind === 'case_came' && numbers.includes(line.case?.number ?? 0),
    );
  const held = ['outside_hours', 'outside_hours'];
  await expect
    .poll(async () => (await lines()).map(({ mail, push }) => [mail.reason, push.reason]), {
      timeout: 30_000,
    })
    .toEqual([held, held]);
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Who was told' }).click();
  const told = page.getByRole('listitem').filter({ hasText: `#${numbers[0]}` });
  await expect
    .poll(() => told.getByText(/^held until .* \(outside working hours\)$/).count())
    .toBe(2);

  await page.goto('/notices/choices');
  const atWork = page.getByRole('switch', { name: 'Mail and push only when I am at work' });
  await atWork.click();
  await expect.poll(() => atWork.isChecked()).toBe(false);
  const mail = await letterThat(
    mailbox,
    ({ envelopeTo, subject }) =>
      envelopeTo.includes(email) && numbers.every((number) => subject!.includes(`#${number}`)),
  );
  const [line] = await lines();
  expect(mail.text).toContain(`${baton.url}/cases/${line!.case!.id}`);
  expect(mail.text).toContain(`${baton.url}/notices/choices`);
  await expect.poll(() => service.came.length).toBeGreaterThan(0);
  pushed = await subscriber.read(service.came[0]!.body);
  expect(pushed).toMatchObject({ to: agent.id, url: '/notices' });
  await page.goto(`/told/${line!.case!.id}`);
  await page
    .getByText(/^told .* with 1 other$/)
    .first()
    .waitFor();
  expect(wrong()).toEqual([]);
});

type Named = { id: string; name: string };

test('people are moved from team to team by keyboard and by mouse, and back', async () => {
  const { agent } = await ask<{ agent: Named }>('GET', '/api/me');
  const add = (name: string) =>
    ask<Named>('POST', '/api/teams', { name, level: 1, lead: agent.id });
  const [north, south] = [await add('North'), await add('South')];
  const ben = await ask<Named>('POST', '/api/agents', {
    ...{ name: 'Ben Holm', email: 'ben@desk.test', teams: [{ team: north.id }] },
  });
  const teams = async () => {
    const now = await ask<{ teams: { team: Named }[] }>('GET', `/api/agents/${ben.id}`);
    return now.teams.map(({ team }) => team.name);
  };
  const handle = (team: string) => page.getByRole('button', { name: `Move Ben Holm, ${team}` });
  const hasFocus = (one: ReturnType<typeof handle>) =>
    one.evaluate((element) => element === document.activeElement);
  // All of the pyramid is within reach of the mouse.
  await page.setViewportSize({ width: 1280, height: 1400 });
  await page.goto('/settings/pyramid');

  await handle('North').press('Enter');
  const where = page.getByRole('combobox', { name: 'Where to' });
  await expect.poll(() => hasFocus(where)).toBe(true);
  await where.selectOption({ label: 'South' });
  await page.getByText('Ben Holm leaves North and joins South.').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => hasFocus(handle('South'))).toBe(true);
  expect(await teams()).toEqual(['South']);
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await expect.poll(() => hasFocus(handle('North'))).toBe(true);
  expect(await teams()).toEqual(['North']);

  await handle('North').hover();
  await page.mouse.down();
  const there = page.locator(`[data-target="${south.id}"]`);
  const { x, y } = (await there.boundingBox())!;
  await page.mouse.move(x + 40, y + 20, { steps: 10 });
  await page.locator(`[data-target="${south.id}"][data-over][data-takes="true"]`).waitFor();
  await page.mouse.up();
  await handle('South').waitFor();
  expect(await teams()).toEqual(['South']);
  expect(wrong()).toEqual([]);
});

test('whoever is added and has not come in yet is seen, and let in by a link in their mail', async () => {
  // As long as it is not known who has come in, nothing is said of the first steps, and of nobody.
  const known = Promise.withResolvers<void>();
  await page.route('**/api/invitations', async (route) => {
    await known.promise;
    await route.continue();
  });
  await page.goto('/settings');
  await page.locator('main [aria-busy="true"]').waitFor();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('link', { name: 'Ben Holm' }).click();
  await page.getByRole('button', { name: 'Disable' }).waitFor();
  expect(await page.getByRole('button', { name: 'Make a sign-in link' }).count()).toBe(0);
  known.resolve();
  await page.getByRole('region', { name: 'Ben Holm has not come in yet' }).waitFor();
  await page.unroute('**/api/invitations');
  // What cannot be known says so, and can be asked for again.
  await page.route('**/api/invitations', (route) => route.fulfill({ status: 400, json: {} }));
  await page.goto('/settings');
  const again = page.getByRole('alert').getByRole('button', { name: 'Try again' });
  await again.waitFor();
  await page.unroute('**/api/invitations');
  await again.click();
  const others = page.getByRole('listitem').filter({ hasText: 'Let others in' });
  await others.getByText('1 person was added and has not come in yet.').waitFor();
  await others.getByRole('link').click();
  await page.getByRole('link', { name: 'A new person' }).click();
  await page.getByLabel('Name').fill('Ioana Radu');
  await page.getByLabel('Mail address').fill('ioana@desk.test');
  await page.getByLabel('Role').selectOption('Lead');
  await page.getByRole('switch', { name: 'Front line' }).press('Space');
  await page.getByRole('button', { name: 'Add' }).click();
  const note = page.getByRole('region', { name: 'Ioana Radu has not come in yet' });
  await note.getByText('New cases already come into their hands.').waitFor();
  await note.getByRole('button', { name: 'Send a link by mail' }).click();
  await note.getByText('The link that was made for them works until').waitFor();
  const letter = await letterThat(mailbox, (one) => one.envelopeTo.includes('ioana@desk.test'));
  const its = page.getByRole('listitem').filter({ hasText: 'Ioana Radu' });
  for (const list of ['/pyramid', '/settings/people']) {
    await page.goto(list);
    await its.getByText('not in yet').waitFor();
  }

  const ioana = await openDesk(browser, baton);
  await ioana.page.goto(/\S+\/welcome\/\S+/.exec(letter.text!)![0]);
  await ioana.page.getByLabel('Password', { exact: true }).fill('another horse battery');
  await ioana.page.getByRole('button', { name: 'Take over' }).click();
  await enrol(ioana.page);
  // Nothing stands in her hands: she is not told to choose from it.
  await ioana.page.getByText('The case that you open is shown here.').waitFor();
  // What a lead sees of the team, and whose hands open from there; what is not hers to change says so.
  await ioana.page.goto('/settings/pyramid');
  await ioana.page.getByRole('listitem').getByRole('link', { name: 'Front line' }).click();
  await ioana.page.getByText('Only administrators change this.').waitFor();
  await ioana.page.getByRole('link', { name: 'Ioana Radu' }).click();
  await ioana.page.getByRole('heading', { name: 'In the hands of Ioana Radu' }).waitFor();
  expect(ioana.complaints).toEqual([]);
  await ioana.close();
  await page.reload();
  // It is known who has not come in: somebody else has not.
  const bens = page.getByRole('listitem').filter({ hasText: 'Ben Holm' });
  await bens.getByText('not in yet').waitFor();
  await its.waitFor();
  await its.getByText('not in yet').waitFor({ state: 'detached' });
});

test('a device shows what is pushed to whoever is signed in there, and to nobody else', async () => {
  const worker = await pushWorkerOf(page);
  const deliver = (changes: object) => worker.deliver(JSON.stringify({ ...pushed, ...changes }));
  await worker.note(pushed['to']!);
  await page.evaluate((id) => localStorage.setItem('baton.push', id!), pushed['to']);
  // Who looks at the desk sees it there.
  await deliver({ tag: 'while one looks' });
  await expect.poll(() => worker.looks()).toBe(1);
  await page.goto('about:blank');
  await deliver({ tag: 'for another', to: 'another' });
  await deliver({});
  await deliver({});
  await deliver({ tag: 'next' });
  await expect
    .poll(() => worker.shown())
    .toMatchObject([{ title: pushed['title'], tag: pushed['tag'] }, { tag: 'next' }]);

  await page.goto('/tasks');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await worker.press();
  await page.waitForURL('**/notices');
  expect(await worker.shown()).toMatchObject([{ tag: 'next' }]);
  await worker.press();

  await page.getByRole('button', { name: ana.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  await page.goto('about:blank');
  await deliver({ tag: 'too late' });
  await worker.note('the next one here');
  await deliver({ tag: 'for the next', to: 'the next one here' });
  await expect
    .poll(async () => (await worker.shown()).map(({ tag }) => tag))
    .toEqual(['for the next']);
  expect(wrong()).toEqual([]);
});
