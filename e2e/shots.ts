// Takes a picture of every screen, in light, dark, narrow and each language, and of the mails, into
// /shots, and the one of the README into /docs. Run with `npm run shots -w e2e`, after the desk was built;
// `npm run shots -w e2e dark ro` takes only those of some looks.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startBaton } from './harness/baton.ts';
import { openBrowser } from './harness/browser.ts';
import { openDesk, takeOver } from './harness/desk.ts';
import { openMailbox } from './harness/mailbox.ts';
import { mails } from './pictures/outside.ts';
import { readmePicture } from './pictures/readme.ts';
import { tellStory } from './pictures/story.ts';
import type { Look } from './pictures/look.ts';
import { camera, tour } from './pictures/tour.ts';

const folder = join(import.meta.dirname, '..', 'shots');
const looks: Look[] = [
  { name: 'light', language: 'en', colorScheme: 'light', width: 1280, height: 800 },
  { name: 'dark', language: 'en', colorScheme: 'dark', width: 1280, height: 800 },
  { name: 'narrow', language: 'en', colorScheme: 'light', width: 390, height: 844 },
  { name: 'narrow-dark', language: 'en', colorScheme: 'dark', width: 390, height: 844 },
  { name: 'ro', language: 'ro', colorScheme: 'light', width: 1280, height: 800 },
  { name: 'hu', language: 'hu', colorScheme: 'light', width: 1280, height: 800 },
  { name: 'da', language: 'da', colorScheme: 'light', width: 1280, height: 800 },
  { name: 'ru', language: 'ru', colorScheme: 'light', width: 1280, height: 800 },
  { name: 'zh', language: 'zh', colorScheme: 'dark', width: 1280, height: 800 },
  { name: 'ru-narrow', language: 'ru', colorScheme: 'light', width: 390, height: 844 },
  { name: 'zh-narrow', language: 'zh', colorScheme: 'light', width: 390, height: 844 },
];

const only = process.argv.slice(2);
const mailbox = await openMailbox();
const [baton, browser] = await Promise.all([startBaton(mailbox.relay), openBrowser()]);
try {
  await mkdir(folder, { recursive: true });
  const desk = await openDesk(browser, baton);
  await desk.page.goto(baton.link);
  await desk.page.getByLabel('Your name').waitFor();
  await desk.page.screenshot({ path: join(folder, 'light-welcome.png') });
  await takeOver(desk.page, baton);
  await desk.page.waitForTimeout(500);
  await desk.page.screenshot({ path: join(folder, 'light-empty.png') });
  const cookies = await desk.page.context().storageState();
  await desk.close();
  const story = await tellStory(baton, mailbox);
  if (only.length === 0 || only.includes('readme'))
    await readmePicture(browser, baton, cookies, story.maria);
  for (const look of looks) {
    if (only.length > 0 && !only.includes(look.name)) continue;
    await tour(browser, baton, { look, cookies, story, mailbox, visit: camera(look, folder) });
  }
  await mails(browser, mailbox, folder);
} finally {
  await browser.close();
  await baton.stop();
  await mailbox.close();
}
