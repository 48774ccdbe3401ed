import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterThisFile } from './cleanup.ts';

/**
 * A way to the database at `url` that can freeze: the connections it holds then stay open and say
 * nothing any more, as behind a broken network. New ones work. `url` is the address through it.
 */
export async function proxyTo(url: string): Promise<{ url: string; freeze: () => void }> {
  const to = new URL(url);
  // The embedded database listens on a socket in a folder, which the address names as its host.
  const socketFolder = to.searchParams.get('host');
  const held: Socket[] = [];
  const server = createServer((near) => {
    const far = socketFolder
      ? connect(join(socketFolder, `.s.PGSQL.${to.port || 5432}`))
      : connect(Number(to.port || 5432), to.hostname);
    near.pipe(far);
    far.pipe(near);
    for (const socket of [near, far]) {
      socket.on('error', () => {});
      held.push(socket);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterThisFile(() => {
    for (const socket of held) socket.destroy();
    server.close();
  });
  const through = new URL(url);
  through.searchParams.delete('host');
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const freeze = () => {
    for (const socket of held) {
      socket.unpipe();
      socket.pause();
    }
  };
  return { url: through.href, freeze };
}
