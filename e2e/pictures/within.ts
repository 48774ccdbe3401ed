import type { Page } from 'playwright-core';

type Visit = (name: string, full?: boolean) => Promise<void>;

/** The pages that open from a page: one person, one team, one channel, what a case told. */
export async function within(page: Page, picture: Visit, caseId: string, full: boolean) {
  const [agent, team, channel] = await Promise.all(
    ['agents', 'teams', 'mail/channels'].map((list) => firstOf(page, list)),
  );
  for (const [path, name] of [
    [`/told/${caseId}`, 'told'],
    [`/pyramid/${agent}`, 'agent-hands'],
    ['/notices/choices', 'notice-choices'],
    ['/settings/notices', 'notice-defaults'],
    ['/settings/notice-ledger', 'notice-ledger'],
    [`/settings/people/${agent}`, 'person'],
    [`/settings/pyramid/teams/${team}`, 'team'],
    [`/settings/channels/${channel}`, 'channel'],
  ] as const) {
    await page.goto(path);
    await page.locator('main h1').waitFor();
    await page.waitForLoadState('networkidle');
    await picture(name, full);
  }
}

/** The first of a list, as the signed-in agent sees it. */
async function firstOf(page: Page, list: string): Promise<string> {
  const answer = await page.request.get(`/api/${list}`);
  if (!answer.ok()) throw new Error(`${list}: ${answer.status()} ${await answer.text()}`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]!.id;
}
