// Completes package-lock.json after a package was added: `node bin/lib/whole-lock.js`.
import { readFileSync, writeFileSync } from 'node:fs';
import { at } from './paths.js';

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[],
 *   libc?: string[], optionalDependencies?: Record<string, string> }} Entry
 */

const systems = new Set([
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
]);
const processors = new Set([
  ...['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'],
]);

/**
 * Adds the packages for other machines that npm could not look up where the lock file was made (a
 * registry with a part of all packages leaves them out): `npm ci` refuses a lock file without them,
 * on every machine. They carry no checksum; only the machines they are for fetch them.
 */
function completeLock() {
  const path = at('package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  /** @type {Record<string, Entry>} */
  const packages = lock.packages;
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isThere(packages, parent, name)) continue;
      packages[`node_modules/${name}`] = {
        version,
        ...machineOf(name),
        ...(dev && { dev }),
        optional: true,
      };
      console.log(`added ${name} ${version}`);
    }
  }
  lock.packages = Object.fromEntries(
    Object.entries(packages).toSorted(([one], [other]) => one.localeCompare(other, 'en')),
  );
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}

/**
 * Whether Node would find `name` from `parent`.
 * @param {Record<string, Entry>} packages
 * @param {string} parent
 * @param {string} name
 */
function isThere(packages, parent, name) {
  for (let from = parent; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    if (packages[from ? `${from}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (from === '') return false;
  }
}

/** For which machine a package is, by its name: `…-linux-x64-musl`. @param {string} name */
function machineOf(name) {
  const words = name.split(/[-/]/);
  const os = words.find((word) => systems.has(word)) ?? (words.includes('win32') && 'win32');
  const cpu = words.find((word) => processors.has(word));
  if (!os || !cpu) throw new Error(`For which machine is ${name}?`);
  const libc = words.includes('musl') || words.includes('musleabihf') ? 'musl' : 'glibc';
  return { cpu: [cpu], os: [os], ...(os === 'linux' && words.length > 4 ? { libc: [libc] } : {}) };
}

completeLock();
