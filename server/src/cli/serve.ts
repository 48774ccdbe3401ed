import type { AddressInfo } from 'node:net';
import { buildApp } from '../app.ts';
import { openLog, type Logger } from '../platform/log.ts';
import type { Settings } from '../platform/settings.ts';
import { errorCode, StartError } from '../platform/start-error.ts';
import { firstAdministratorLink } from '../slices/auth/index.ts';
import { startServices } from '../wiring.ts';
import { type Opened, openAll } from './open.ts';
import { untilAskedToStop, within } from './until-stopped.ts';
import { welcome } from './welcome.ts';

/** How long what is under way may take to finish when Baton is asked to stop. */
const patienceMs = 10_000;

/**
 * `baton serve`: runs Baton until it is asked to stop, then finishes what is under way.
 * @returns the exit code.
 */
export async function serve(settings: Settings): Promise<number> {
  const log = openLog();
  const asked = untilAskedToStop();
  const lost = Promise.withResolvers<Error>();
  log.info(settings.databaseUrl ? 'Connecting to the database …' : 'Starting the database …');
  const opened = await openAll(settings, { log, asServer: true, onLost: lost.resolve });
  try {
    const running = await startAll(opened, log);
    const error = await Promise.race([asked, lost.promise]);
    if (error) log.error({ err: error }, 'The database is gone and does not come back; stopping.');
    else log.info('Stopping: finishing what is under way …');
    const inTime = await within(patienceMs, running.stop());
    if (!inTime) log.warn('Not everything was finished in time; it is taken up at the next start.');
    else log.info('Baton has stopped.');
    return error ? 1 : 0;
  } finally {
    await within(patienceMs, opened.close());
  }
}

/** Starts mail, jobs and the web server on what is open; what was started stops if one fails. */
async function startAll({ deps }: Opened, log: Logger): Promise<{ stop(): Promise<unknown> }> {
  const services = await startServices(deps).catch(explainPort(deps.settings));
  const app = await buildApp(deps, services).catch(async (error: unknown) => {
    await services.stop();
    throw error;
  });
  const stop = () => Promise.all([app.close(), services.stop()]);
  try {
    const { port, host } = deps.settings;
    await app.listen({ port, host }).catch(explainPort(deps.settings));
    const listening = (app.server.address() as AddressInfo).port;
    const ports = { http: listening, smtp: services.smtpPort };
    welcome(log, deps.settings, ports, await firstAdministratorLink(deps));
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Turns "address in use" and its like into a sentence that names the setting. */
function explainPort(settings: Settings): (error: unknown) => never {
  return (error) => {
    const { port, address } = error as { port?: number; address?: string };
    const name = port === settings.smtpPort ? 'SMTP_PORT' : 'PORT';
    const host = name === 'PORT' ? 'HOST' : 'SMTP_HOST';
    switch (errorCode(error)) {
      case 'EADDRINUSE':
        throw new StartError(
          `${name} ${port} on ${address} is already in use by another program (another Baton, ` +
            `perhaps). Stop that one, or set ${name} to a free port.`,
          2,
        );
      case 'EACCES':
        throw new StartError(
          `This user may not listen on ${name} ${port}. Ports below 1024 are for root; ` +
            `set ${name} to a higher one.`,
          2,
        );
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
        throw new StartError(
          `${host} is ${address ?? 'a name that is not known'}, which is not an address of this machine.`,
          2,
        );
      default:
        throw error;
    }
  };
}
