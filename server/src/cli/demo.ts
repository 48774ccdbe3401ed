import { secondMs } from '../kernel/duration.ts';
import { openLog } from '../platform/log.ts';
import type { Settings } from '../platform/settings.ts';
import { StartError } from '../platform/start-error.ts';
import { firstAdministratorLink } from '../slices/auth/index.ts';
import { countsOfDemo, makeDemo, usualSize } from '../slices/demo/index.ts';
import { peopleHooks, tasks } from '../wiring.ts';
import { openAll } from './open.ts';
import { untilAskedToStop } from './until-stopped.ts';

/** `baton demo`: fills an empty database with a company at work, and says how to sign in. */
export async function demo(settings: Settings): Promise<number> {
  const log = openLog('warn', process.stderr);
  const { deps, close } = await openAll(settings, { log, asServer: false, lazily: true });
  const since = performance.now();
  const stopped = untilAskedToStop().then(() => {
    throw new StartError(
      'Stopped before it was complete. Remove its data folder (or empty its database) before you try again.',
    );
  });
  try {
    const tell = (line: string) => console.error(`${clock(since)} ${line}`);
    tell(
      'A company of 30 people, played through three months; this takes a quarter of an hour or more.',
    );
    await Promise.race([
      makeDemo(deps, { size: usualSize, hooks: peopleHooks, tasks, tell }),
      stopped,
    ]);
    const { customers, cases, open, letters, messages } = await countsOfDemo(deps.db);
    console.log(
      [
        `Made in ${clock(since)}: ${customers} customers, ${cases} cases (${open} open), ` +
          `${letters} letters, ${messages} messages. Nothing was sent.`,
        'Start Baton with npm start, then open this link, which works once and for a day:',
        `  ${await firstAdministratorLink(deps)}`,
      ].join('\n'),
    );
    return 0;
  } finally {
    await close();
  }
}

function clock(since: number): string {
  const seconds = Math.round((performance.now() - since) / secondMs);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
