import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Baton } from '../harness/baton.ts';
import { openDesk } from '../harness/desk.ts';
import type { Mailbox } from '../harness/mailbox.ts';
import { customers } from './customers.ts';
import type { Look, Visit } from './look.ts';
import { customerPages } from './outside.ts';
import { topicSettings } from './topic-settings.ts';
import { unsaved } from './unsaved.ts';
import { within } from './within.ts';

type Tour = {
  look: Look;
  cookies: Awaited<ReturnType<BrowserContext['storageState']>>;
  story: { maria: string };
  mailbox: Mailbox;
  visit: Visit;
};

/** Takes a picture of each screen into a folder. */
export function camera(look: Look, folder: string): Visit {
  return async (page, name, fullPage) => {
    await page.waitForTimeout(450);
    await page.screenshot({ path: join(folder, `${look.name}-${name}.png`), fullPage });
  };
}

/** Goes through every screen in one look. */
export async function tour(browser: Browser, baton: Baton, { look, ...tour }: Tour) {
  const { page, complaints, close } = await openDesk(browser, baton, {
    viewport: { width: look.width, height: look.height },
    colorScheme: look.colorScheme,
    locale: look.language,
    storageState: tour.cookies,
    hasTouch: look.width < 500,
  });
  const picture = (name: string, full = false) => tour.visit(page, name, full);
  const narrow = look.width < 500;
  await speak(page, baton, look.language);
  const view = { page, picture, narrow };
  await cases(view, tour.story.maria);
  await settings(view);
  await notices(view, tour.story.maria);
  await grants(view);
  await mail(view);
  await within(page, picture, tour.story.maria, narrow);
  await customers(page, (name) => picture(name, narrow));
  await menus(view);
  await unsaved(page, picture);
  if (complaints.length > 0) throw new Error(`${look.name}: ${complaints.join('; ')}`);
  await close();
  await doors(browser, baton, look, tour.visit);
  await customerPages(browser, baton, look, tour);
}

/** A page, what is done at each screen of it, and whether it is as narrow as a phone. */
type View = {
  page: Page;
  picture: (name: string, fullPage?: boolean) => Promise<void>;
  narrow: boolean;
};

/** Where one works. */
async function cases({ page, picture, narrow }: View, maria: string) {
  await page.goto('/');
  await page.locator('[data-row]').first().waitFor();
  await picture('hands');
  await page.locator('[data-row]').filter({ hasText: 'Harbour Dental' }).click();
  await page.locator('article iframe').waitFor();
  await picture('letter', narrow);
  await page.goto(`/cases/${maria}`);
  await page.locator('article').first().waitFor();
  await picture('case', narrow);
  await page.locator('aside summary').click();
  await picture('why', narrow);
  for (const [key, name] of [
    ['n', 'note'],
    ['s', 'solve'],
    ['u', 'up'],
    ['w', 'wait'],
    ['a', 'ask'],
  ] as const) {
    await page.keyboard.press(key);
    await picture(name);
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }
  await drafts({ page, picture, narrow }, maria);
  await search(page, picture, narrow);
  await page.goto(`/cases/${maria}`);
  await page.locator('article').first().waitFor();
  await page.keyboard.press('.');
  await page.getByRole('menu').waitFor();
  await picture('more');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('form select').first().waitFor();
  await picture('across');
}

/** More ways to send; what was written and not sent. */
async function drafts({ page, picture, narrow }: View, maria: string) {
  await page.goto(`/cases/${maria}`);
  await page.locator('article').first().waitFor();
  await page.keyboard.press('r');
  // The field that is there at first gives way to the one for formatted text.
  await page.locator('[contenteditable]:focus').waitFor();
  await page.keyboard.press('Control+Shift+Enter');
  await page.getByRole('menu').waitFor();
  await picture('ways');
  await page.keyboard.press('Escape');
  await page.goto('/drafts');
  await page.locator('main h1').waitFor();
  await picture('drafts', narrow);
}

/** Looks for something, on the page and in the palette. */
async function search(page: Page, picture: View['picture'], narrow: boolean) {
  await page.goto('/search');
  await page.locator('main dl').waitFor();
  await picture('search-empty', narrow);
  await page.goto('/search?q=router&status=open');
  await page.locator('main [role="status"]:not(:empty)').waitFor();
  await picture('search', narrow);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('se');
  await page.getByRole('option').first().waitFor();
  await picture('palette');
  await page.keyboard.press('Escape');
}

/** Who may what, and what was seen and changed. */
async function grants({ page, picture, narrow }: View) {
  for (const [name, sight] of [
    ['roles', 'main button'],
    ['keys', 'main li'],
    ['access-log', 'main table'],
    ['audit', 'main table'],
  ] as const) {
    await page.goto(`/settings/${name}`);
    await page.locator(sight).first().waitFor();
    await picture(name, narrow);
  }
}

/** Tasks, notices, and what is set up. */
async function settings({ page, picture, narrow }: View) {
  await page.goto('/tasks');
  await page.locator('main h1').waitFor();
  await picture('tasks', narrow);
  await page.goto('/settings/help-chains');
  await page.locator('main select').waitFor();
  await picture('help-chains', narrow);
  await page.goto('/settings/calendars');
  await page.locator('main section + section > button').click();
  await page.locator('main h3').waitFor();
  await picture('calendars', narrow);
  await page.goto('/settings/levels');
  await page.locator('main form').first().waitFor();
  await picture('levels', narrow);
  await topicSettings(page, (name) => picture(name, narrow));
  for (const [path, name] of [
    ['/pyramid', 'pyramid-now'],
    ['/pyramid/lapses', 'lapses'],
    ['/customers', 'customers'],
    ['/settings/tiers', 'tiers'],
    ['/absence', 'absence'],
    ['/intake', 'intake'],
    ['/security', 'security'],
    ['/settings', 'settings'],
    ['/settings/sign-in', 'company-accounts'],
    ['/hand-overs', 'hand-overs'],
    ['/settings/company', 'company'],
    ['/settings/brands', 'brands'],
    ['/settings/templates', 'templates'],
    ['/signature', 'signature'],
    ['/settings/drill', 'drill'],
    ['/settings/pyramid/levels/1', 'level'],
    ['/settings/senders', 'senders'],
    ['/settings/people', 'people'],
    ['/settings/pyramid', 'pyramid'],
  ] as const) {
    await page.goto(path);
    await page.locator('main').waitFor({ state: 'attached' });
    await picture(name, narrow);
  }
}

/** What agents are told, how they choose, and who was. */
async function notices({ page, picture, narrow }: View, maria: string) {
  for (const [path, name, sight] of [
    ['/notices', 'notices', 'main li'],
    ['/notices/choices', 'notice-choices', 'main table'],
    ['/settings/notices', 'notice-defaults', 'main table'],
    ['/settings/notice-ledger', 'notice-ledger', 'main li'],
    [`/told/${maria}`, 'told', 'main h2'],
  ] as const) {
    await page.goto(path);
    await page.locator(sight).first().waitFor();
    await picture(name, narrow);
  }
}

/** What came in and went out. */
async function mail({ page, picture, narrow }: View) {
  await page.goto('/outbox');
  await page.getByRole('table').waitFor();
  await picture('outbox');
  await page.getByRole('table').getByRole('link').first().click();
  await page.locator('article').waitFor();
  await picture('outgoing');
  await page.goto('/mail-in');
  await page.getByRole('table').first().waitFor();
  await picture('mail-in', narrow);
  await page.getByRole('table').last().getByRole('link').first().click();
  await page.locator('article details').waitFor();
  await picture('incoming', narrow);
  await page.goto('/settings/mail-limits');
  await page.locator('main form').waitFor();
  await picture('mail-limits', narrow);
  await channels(page, picture);
}

/** What opens over a page. */
async function menus({ page, picture }: View) {
  await page.locator('nav button').last().click();
  await page.getByRole('menu').waitFor();
  await picture('menu');
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await picture('page-of-keys');
}

/** Where channels are set up. */
async function channels(page: Page, picture: (name: string) => Promise<void>) {
  await page.goto('/settings/channels');
  await page.locator('main ul a').first().waitFor();
  await picture('channels');
  await page.goto('/settings/channels/new');
  await page.locator('main form').waitFor();
  await picture('new-channel');
  await page.goto('/settings/sending');
  await page.locator('main section form').first().waitFor();
  await picture('sending');
}

/** What one sees before being signed in. */
async function doors(browser: Browser, baton: Baton, look: Look, visit: Visit) {
  const { page, close } = await openDesk(browser, baton, {
    viewport: { width: look.width, height: look.height },
    colorScheme: look.colorScheme,
    locale: look.language,
  });
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill('ana@nordlys.example');
  await page.locator('input[type=password]').fill('wrong');
  await page.locator('button[type=submit]').click();
  await page.getByRole('alert').waitFor();
  await visit(page, 'sign-in', false);
  await page.goto('/forgot');
  await page.locator('input[type=email]').waitFor();
  await visit(page, 'forgot', false);
  await page.goto('/welcome/used');
  await page.getByRole('link').waitFor();
  await visit(page, 'gone', false);
  await close();
}

/** Chooses the language of the interface for the signed-in agent. */
async function speak(page: Page, baton: Baton, language: string): Promise<void> {
  const me = (await (await page.request.get('/api/me')).json()) as { agent: { id: string } };
  const changed = await page.request.patch(`/api/agents/${me.agent.id}`, {
    data: { language },
    headers: { origin: baton.url },
  });
  if (!changed.ok()) throw new Error(await changed.text());
}
