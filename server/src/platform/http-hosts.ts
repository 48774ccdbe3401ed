import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { App } from './http-types.ts';
import { isLoopback } from './network.ts';
import { Problem } from './problem.ts';
import type { Settings } from './settings.ts';

/**
 * Answers only to the names under which Baton is meant to be reached: that of PUBLIC_URL, those in
 * ALLOWED_HOSTS, this machine itself, and the address at which the connection came in. Any other
 * name is somebody's own that leads here (DNS rebinding), or a proxy that does not pass the name
 * on. Health is told to whoever asks: those who watch often know the address only.
 */
export function checkHosts(
  app: App,
  { publicUrl, allowedHosts }: Pick<Settings, 'publicUrl' | 'allowedHosts'>,
): void {
  const names = new Set([new URL(publicUrl).hostname, ...allowedHosts]);
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.url === '/api/health') return;
    const name = hostOf(request);
    if (names.has(name) || isThisMachine(name) || name === arrivedAt(request)) return;
    throw new Problem('wrong_host', {
      detail:
        'Baton is not known under the name that the request gives. Whoever runs it sets PUBLIC_URL ' +
        'or ALLOWED_HOSTS, and has proxies pass the name on.',
    });
  });
}

/** In lower case, without port and brackets, and without the dot at the end of a full name. */
function hostOf({ hostname }: FastifyRequest): string {
  return hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

function isThisMachine(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || isLoopback(name);
}

/** Our own address of the connection: no name that could lead elsewhere tomorrow. */
function arrivedAt({ socket: { localAddress = '' } }: FastifyRequest): string | null {
  const address = localAddress.replace(/^::ffff:/, '');
  return isIP(address) > 0 ? address : null;
}
