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
