import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below those that a system gives to whoever asks for any (from 32768 on Linux, from 49152 elsewhere):
 * what is free now is not given away before it is listened on.
 */
const first = 10_000;
const end = 32_000;

/** Ports of this machine on which nothing listens at this moment, each another one. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(first, end);
    // oxlint-disable-next-line eslint/no-await-in-loop -- seldom more than once for each
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
