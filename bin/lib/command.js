import { spawn } from 'node:child_process';
import { at, environment, node24 } from './paths.js';

/**
 * Runs Baton's command under Node 24, passes signals on and resolves to its exit code. The channel
 * between us tells the command when we are gone (killed, perhaps), so that it ends too.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function runCommand(args) {
  const child = spawn(node24(), [at('server', 'src', 'main.ts'), ...args], {
    env: environment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
