import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ana, codeFor, enrol, openDesk } from './harness/desk.ts';
import { openStage } from './harness/stage.ts';

let secret: string;
let recoveryCodes: string[];

const { baton, browser, desk } = await openStage();

async function givePassword(page: Page) {
  await page.getByLabel('Mail address').fill(ana.email);
  await page.getByLabel('Password', { exact: true }).fill(ana.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: ana.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

test('whoever comes in for the first time sets up a second factor, and sees nothing before', async () => {
  const { page } = desk;
  await page.goto(baton.link);
  await page.getByLabel('Your name').fill(ana.name);
  await page.getByLabel('Mail address').fill(ana.email);
  await page.getByLabel('Password', { exact: true }).fill(ana.password);
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.getByRole('img', { name: 'Picture for the authenticator app' }).waitFor();
  // Neither by another address of the desk.
  await page.goto('/outbox');
  await page.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
  ({ secret, recoveryCodes } = await enrol(page));
  expect(recoveryCodes).toHaveLength(10);
  await page.waitForURL('**/outbox');
});

test('signing in asks for the code of the authenticator, and leads to where one was', async () => {
  const { page } = desk;
  await signOut(page);
  await page.goto('/tasks');
  await givePassword(page);
  await page.getByRole('heading', { name: 'Second factor' }).waitFor();
  await page.getByLabel('Code').fill('000000');
  await page.getByLabel('Code').press('Enter');
  await page.getByRole('alert').filter({ hasText: 'does not fit' }).waitFor();
  await page.getByLabel('Code').fill(codeFor(secret, 1));
  await page.getByLabel('Code').press('Enter');
  await page.waitForURL('**/tasks');
  expect(desk.complaints).toEqual([]);
});

test('a recovery code takes the place of a lost telephone', async () => {
  const { page } = desk;
  await signOut(page);
  await givePassword(page);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(recoveryCodes[3]!.toLowerCase());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'In your hands' }).waitFor();
  await page.goto('/security');
  await page.getByText('9 codes are left.').waitFor();
  expect(desk.complaints).toEqual([]);
});

/** Sends the form of the page just after the session has ended, of which the page cannot know yet. */
const saveTooLate = (page: Page) =>
  page.evaluate(async () => {
    await fetch('/api/auth/sign-out', { method: 'POST' });
    document.querySelector('form')!.requestSubmit();
  });

test('a session that ends costs nothing that was typed: one signs in over the page', async () => {
  const { page } = desk;
  await page.goto('/settings/tiers');
  await page.getByRole('button', { name: 'Add a tier' }).click();
  const field = page.getByRole('textbox', { name: 'Name' });
  await field.fill('Gold');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await keys.waitFor();
  await saveTooLate(page);
  await page.getByText('Your session has ended.').waitFor();
  // Nothing of the page is seen, but for its door.
  await expect.poll(() => page.getByText('In your hands').first().isVisible()).toBe(false);
  expect(await page.locator('main form input').first().isVisible()).toBe(false);
  expect(await page.title()).toBe('Sign in · Baton');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  expect(await page.getByLabel('Mail address').inputValue()).toBe(ana.email);
  // Nor is anything taken back beneath it that was sent before.
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    const note = ({ code }: KeyboardEvent) => code === 'KeyZ' && (dataset['heard'] = code);
    addEventListener('keydown', note, true);
  });
  await page.keyboard.press('Control+z');
  expect(await page.locator('html').getAttribute('data-heard')).toBe(null);
  // A server in trouble costs nothing that was typed here, and one try more goes.
  const password = page.getByLabel('Password', { exact: true });
  const entering = '**/api/auth/sign-in/email';
  await page.route(entering, (route) => route.fulfill({ status: 502 }));
  await password.fill(ana.password);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('The server is busy').waitFor();
  expect(await password.inputValue()).toBe(ana.password);
  await page.unroute(entering);
  // The password is right; who came in cannot be told.
  await page.route('**/api/me', (route) => route.abort());
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await page.unroute('**/api/me');
  await page.evaluate(() => void dispatchEvent(new Event('focus')));
  await page.getByRole('dialog', { name: 'Second factor' }).waitFor();
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(recoveryCodes[2]!);
  await page.keyboard.press('Enter');
  // Escape at the door closed nothing beneath it.
  await keys.waitFor();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'hidden' });
  // What was refused was sent again by itself.
  await page.getByRole('listitem').filter({ hasText: 'Gold' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/settings/tiers');
  expect(desk.complaints).toEqual([]);
});

test('whoever leaves what they typed is asked once, by whatever way they leave', async () => {
  const { page } = desk;
  const asked = page.getByRole('dialog', { name: 'Discard what you typed?' });
  const tasks = page.getByRole('link', { name: 'Tasks' });
  const field = page.getByRole('textbox', { name: 'Name' });
  const begin = async () => {
    await page.getByRole('button', { name: 'Add a tier' }).click();
    await field.fill('Silver');
  };
  // What was saved is not asked about.
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await page.getByRole('link', { name: 'Tiers' }).click();
  await begin();
  await tasks.click();
  await asked.getByRole('button', { name: 'Keep editing' }).click();
  await asked.waitFor({ state: 'detached' });
  // Back, within the desk.
  await page.evaluate(() => history.back());
  await asked.waitFor();
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
  // Out of the form.
  await field.press('Escape');
  await asked.getByRole('button', { name: 'Keep editing' }).click();
  await asked.waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('Silver');
  // What was typed and erased again is not asked about.
  await field.fill('');
  await tasks.click();
  await page.waitForURL('**/tasks');
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await page.getByRole('link', { name: 'Tiers' }).click();
  await begin();
  const asks: string[] = [];
  page.once('dialog', (dialog) => {
    asks.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asks).toEqual(['beforeunload']);
  await begin();
  await tasks.click();
  await asked.getByRole('button', { name: 'Discard' }).click();
  await page.waitForURL('**/tasks');
  expect(desk.complaints).toEqual([]);
});

/** A device with a fingerprint reader, whose owner always touches it. */
async function giveDevice(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('a passkey is added, and then opens the desk alone', async () => {
  // A passkey belongs to a name; an address is none.
  const other = await openDesk(browser, baton, {
    baseURL: baton.url.replace('127.0.0.1', 'localhost'),
  });
  const { page } = other;
  await giveDevice(page);
  await page.goto('/security');
  await givePassword(page);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(recoveryCodes[0]!);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const section = page.getByRole('region', { name: 'Passkeys' });
  await section.getByLabel('Name of the passkey').fill('Work laptop');
  await section.getByRole('button', { name: 'Add a passkey' }).click();
  await section.getByText('not used yet').waitFor();

  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('heading', { name: 'In your hands' }).waitFor();
  await page.goto('/security');
  await section.getByText('last used').waitFor();
  const places = page.getByRole('region', { name: 'Where you are signed in' });
  await places.getByText('by passkey').waitFor();
  await places.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await places.getByText('by password').waitFor({ state: 'detached' });
  expect(other.complaints).toEqual([]);
  await other.close();
});

test('recovery codes are made anew, and the authenticator moves to another telephone', async () => {
  const { page } = desk;
  // The passkey's desk has signed this one out.
  await page.goto('/security');
  await givePassword(page);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(recoveryCodes[1]!);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Make new codes' }).click();
  const codes = page.getByRole('region', { name: 'Recovery codes' }).getByRole('listitem');
  await codes.nth(9).waitFor();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  const section = page.getByRole('region', { name: 'Authenticator app' });
  await section.getByRole('button', { name: 'Move to another telephone' }).click();
  const key = await section.getByTestId('authenticator-key').innerText();
  await section.getByLabel('Code').fill(codeFor(key.replaceAll(/\s/g, '')));
  await section.getByRole('button', { name: 'Continue' }).click();
  await section.getByText('Baton asks for its code when you sign in.').waitFor();
  await section.getByRole('button', { name: 'Remove' }).click();
  await section.getByRole('button', { name: 'Remove' }).click();
  await section.getByText('Not set up.').waitFor();
  // The passkey is left, and without any factor nobody may be.
  const passkeys = page.getByRole('region', { name: 'Passkeys' });
  await passkeys.getByRole('button', { name: 'Remove Work laptop' }).click();
  await passkeys.getByRole('alert').filter({ hasText: 'only second factor' }).waitFor();
  expect(desk.complaints).toEqual([]);
});
