// Takes a picture of every screen, in light, dark, narrow, Russian and Chinese, into /shots.
// and the one of the README into /docs. Run with `npm run shots -w e2e`, after the desk was built;
// `npm run shots -w e2e dark` takes only those of one look.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startBaton } from './harness/baton.ts';
import { openBrowser } from './harness/browser.ts';
import { openDesk, takeOver } from './harness/desk.ts';
import { openMailbox } from './harness/mailbox.ts';
import { readmePicture } from './pictures/readme.ts';
import { tellStory } from './pictures/story.ts';
import { camera, tour, type Look } from './pictures/tour.ts';

const folder = join(import.meta.dirname, '..', 'shots');
const looks: Look[] = [
  { name: 'light', language: 'en', colorScheme: 'light', width: 1280, height: 800 },
  { name: 'dark', language: 'en', colorScheme: 'dark', width: 1280, height: 800 },
  { name: 'narrow', language: 'en', colorScheme: 'light', width: 390, height: 844 },
  { name: 'ru', language: 'ru', colorScheme: 'light', width: 1280, height: 800 },
  { name: 'zh', language: 'zh', colorScheme: 'dark', width: 1280, height: 800 },
];

const only = process.argv[2];
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
  if (!only || only === 'readme') await readmePicture(browser, baton, cookies, story.maria);
  for (const look of looks) {
    if (only && look.name !== only) continue;
    await tour(browser, baton, { look, cookies, story, visit: camera(look, folder) });
  }
} finally {
  await browser.close();
  await baton.stop();
  await mailbox.close();
}
