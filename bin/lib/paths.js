import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path in the project. @param {string[]} parts */
export const at = (...parts) => join(root, ...parts);

/** For logs and stamps of a run; never committed. */
export const scratch = at('.tmp');

/**
 * Where Node keeps what it compiled and stripped of types, as server/src/main.ts does. The tests start
 * a process for most files and a hundred servers besides, each of which is there sooner by a tenth.
 */
export const compileCache = at('node_modules', '.cache', 'baton');

/**
 * The Node 24 that runs Baton: the one that npm installed, else the one we run under if that is new
 * enough.
 */
export function node24() {
  const installed = at('node_modules', '.bin', 'node');
  if (existsSync(installed)) return installed;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `npm has no Node 24 for ${process.platform} on ${process.arch}, and this is Node ` +
      `${process.versions.node}. Install Node 24 and start Baton with it.`,
  );
}

/** The environment in which the project's own programs come first. */
export function environment() {
  return { ...process.env, PATH: `${at('node_modules', '.bin')}:${process.env.PATH ?? ''}` };
}

/**
 * How Node is to handle memory: by itself it lets as much lie around as the machine has room for,
 * near 400 MB for a server that needs 100; collected more often, at hardly any cost, it stays under
 * 250 (docs/measured.md).
 */
export const memoryFlags = ['--max-semi-space-size=4', '--heap-growing-percent=30'];
