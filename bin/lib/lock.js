import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { scratch } from './paths.js';
import { say } from './run.js';

/**
 * Lets one set-up at a time work on the project's folder; one that died does not count.
 * @param {() => Promise<void>} work
 */
export async function withLock(work) {
  const path = join(scratch, 'setup.lock');
  mkdirSync(scratch, { recursive: true });
  for (let attempt = 0; !take(path); attempt += 1) {
    if (attempt === 0) say('Another set-up is under way; waiting for it …');
    await sleep(200);
  }
  const stillHere = setInterval(() => utimesSync(path, new Date(), new Date()), 5_000);
  try {
    await work();
  } finally {
    clearInterval(stillHere);
    rmSync(path, { force: true });
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isAbandoned(path)) rmSync(path, { force: true });
    return false;
  }
}

/** A killed set-up leaves its lock, and its process id may go to another. @param {string} path */
function isAbandoned(path) {
  try {
    const silentMs = Date.now() - statSync(path).mtimeMs;
    return silentMs > 60_000 || !isAlive(Number(readFileSync(path, 'utf8')) || process.pid);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
