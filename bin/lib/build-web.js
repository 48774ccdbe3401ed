import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { at, node24, root, scratch } from './paths.js';
import { runQuietly } from './run.js';

const stamp = at('web', 'dist', '.baton-build');

/** Whether the sources of the web application are others than those of its last build. */
export function mustBuildWeb() {
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint();
}

/** Builds the web application. */
export async function buildWeb() {
  const built = fingerprint();
  const vite = at('node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', at('web'), '--logLevel', 'warn'];
  await runQuietly('Building the web application', join(scratch, 'build.log'), node24(), args);
  writeFileSync(stamp, built);
}

/** Of everything the build reads: its sources, the contract, the packages. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = [...filesBelow(at('web')), ...filesBelow(at('contract')), at('package-lock.json')];
  for (const file of files) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns {string[]} in a fixed order */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !['dist', 'node_modules'].includes(entry.name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}
