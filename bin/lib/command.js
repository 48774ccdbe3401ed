import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { at, environment, memoryFlags, node24 } from './paths.js';

/**
 * Runs Baton's command under Node 24, passes signals on and resolves to its exit code. The channel
 * between us tells the command when we are gone (killed, perhaps), so that it ends too.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function runCommand(args) {
  // What plays a company ends soon, and is quicker where Node handles memory as it likes.
  const flags = ['simulate', 'demo'].includes(args[0] ?? '') ? [] : memoryFlags;
  const child = spawn(node24(), [...flags, at('server', 'src', 'main.ts'), ...args], {
    env: environment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  const watch = whenNpmEnds(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/**
 * A signal to npm ends npm and perhaps the shell that it puts between us, and never reaches us; but
 * the system then gives us, or that shell, another parent. (Without npm our parent may end and we go
 * on: nohup.)
 * @param {() => void} end called once
 */
function whenNpmEnds(end) {
  const parents = currentParents();
  const watch = setInterval(() => {
    if (currentParents() === parents) return;
    clearInterval(watch);
    end();
  }, 200);
  return watch;
}

/** Who stands between us and npm, npm included; nobody where npm did not start us. */
function currentParents() {
  if (!process.env.npm_command) return '';
  const parent = process.ppid;
  const isNpm = readProcess(parent, 'cmdline')?.includes('npm');
  // After the name, which stands in parentheses: the state, and the parent's id.
  const shellsParent = readProcess(parent, 'stat')?.split(') ').at(-1)?.split(' ')[1];
  return `${parent} ${isNpm ? '' : shellsParent}`;
}

/** @param {number} pid @param {string} file */
function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
