import type { AddressInfo } from 'node:net';
import { buildApp } from '../app.ts';
import type { Deps } from '../platform/context.ts';
import type { Settings } from '../platform/settings.ts';
import { errorCode, StartError } from '../platform/start-error.ts';
import { firstAdministratorLink } from '../slices/auth/index.ts';
import { startServices } from '../wiring.ts';
import { welcome } from './welcome.ts';

/** Starts mail, jobs and the web server on what is open; what was started stops if one fails. */
export async function startAll(deps: Deps): Promise<{ stop: () => Promise<unknown> }> {
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
    welcome(deps.log, deps.settings, ports, await firstAdministratorLink(deps));
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
    const { name, host } = settingOf(settings, port);
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

/** Which setting named a port, and which one the address. */
function settingOf(settings: Settings, port: number | undefined): { name: string; host: string } {
  if (port === settings.smtpPort) return { name: 'SMTP_PORT', host: 'SMTP_HOST' };
  const isLmtp = settings.lmtp && (!('port' in settings.lmtp) || settings.lmtp.port === port);
  if (port !== settings.port && isLmtp) return { name: 'LMTP_LISTEN', host: 'LMTP_LISTEN' };
  return { name: 'PORT', host: 'HOST' };
}
