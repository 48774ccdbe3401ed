// Run as a process of its own: one part of the server, so that each is measured by itself.
import { buildApp } from '../server/src/app.ts';
import { openAll } from '../server/src/cli/open.ts';
import type { Deps } from '../server/src/platform/context.ts';
import { startJobs, type Tasks } from '../server/src/platform/jobs.ts';
import { openLog } from '../server/src/platform/log.ts';
import { readSettings } from '../server/src/platform/settings.ts';
import { mailTasks, startInboundSmtp } from '../server/src/slices/mail/index.ts';

/** Starts a part and gives the port on which it listens, if it does. */
const parts: Record<string, (deps: Deps, atOnce: number) => Promise<number>> = {
  async smtp(deps) {
    return (await startInboundSmtp(deps)).port;
  },
  /** Works on jobs from each message `go` to the next message `pause`. */
  async jobs(deps, atOnce) {
    const tasks = limited(mailTasks, atOnce);
    let jobs: Awaited<ReturnType<typeof startJobs>> | undefined;
    const obey = async (message: unknown) => {
      if (message === 'go') {
        jobs = await startJobs(deps, tasks);
        deps.wake = jobs.wake;
      } else {
        await jobs?.stop();
        process.send?.('paused');
      }
    };
    process.on('message', (message) => void obey(message));
    return 0;
  },
  async http(deps) {
    const app = await buildApp(deps);
    return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  },
};

/** The same tasks, of which at most so many run at once. */
function limited(tasks: Tasks, atOnce: number): Tasks {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  const take = async () => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const give = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (deps, payload) => {
        await take();
        await task(deps, payload).finally(give);
      },
    ]),
  );
}

const [part = '', atOnce = '1'] = process.argv.slice(2);
const settings = readSettings(process.env, process.cwd());
const log = openLog('warn', process.stderr);
const { deps } = await openAll(settings, { log, asServer: false });
process.send?.(await parts[part]!(deps, Number(atOnce)));
process.once('SIGTERM', () => process.exit(0));
