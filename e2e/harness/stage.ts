import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll } from 'vitest';
import { type Baton, startBaton } from './baton.ts';
import { openBrowser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';

type Options = {
  /** Settings of the server beside the usual ones. */
  settings?: Record<string, string>;
  /** The browser in which the desk opens: a phone, say. */
  desk?: BrowserContextOptions;
  /** Under which name the desk is opened, where it is not that of the machine. */
  name?: string;
};

/** Baton, and a browser with a page on which nobody is signed in. */
export type Stage = { baton: Baton; browser: Browser; desk: Desk };

/** What a journey takes place on, without a relay. All of it ends after the tests of the file. */
export function openStage(options: Options = {}): Promise<Stage> {
  return open(undefined, options);
}

/** The same with a relay: what goes out arrives in the mailbox. */
export async function openStageWithMail(
  options: Options = {},
): Promise<Stage & { mailbox: Mailbox }> {
  const mailbox = await openMailbox();
  afterAll(() => mailbox.close());
  return { mailbox, ...(await open(mailbox.relay, options)) };
}

async function open(relay: string | undefined, options: Options): Promise<Stage> {
  const [baton, browser] = await Promise.all([
    startBaton(relay, options.settings, options.name),
    openBrowser(),
  ]);
  afterAll(async () => {
    await browser.close();
    await baton.stop();
  });
  return { baton, browser, desk: await openDesk(browser, baton, options.desk) };
}
