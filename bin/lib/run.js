import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { environment, root } from './paths.js';

/**
 * Runs a program with our input and output. Resolves to its exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function run(program, args, env = {}) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...environment(), ...env },
    stdio: 'inherit',
  });
  return exitCode(child);
}

/**
 * Runs a program whose noise goes to a file; says every ten seconds that it goes on, and shows the
 * end of the file when it fails.
 * @param {string} title what is being done, for the person who waits
 * @param {string} log the file
 * @param {string} program
 * @param {string[]} args
 * @param {string} [cwd]
 */
export async function runQuietly(title, log, program, args, cwd = root) {
  say(`${title} …`);
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, 'w');
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const progress = setInterval(() => say(`${title} … ${seconds()} s`), 10_000);
  const child = spawn(program, args, {
    cwd,
    env: { ...environment(), NO_COLOR: '1' },
    stdio: ['ignore', file, file],
  });
  const code = await exitCode(child).finally(() => clearInterval(progress));
  closeSync(file);
  if (code === 0) return;
  const end = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-30).join('\n');
  throw new Error(`${title}: failed. The end of ${log}:\n\n${end}\n`);
}

/** To standard error, so that what a command prints for programs stays clean. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
