import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { buildWeb, mustBuildWeb } from './build-web.js';
import { checkImportLaw } from './import-law.js';
import { at, environment, node24, root } from './paths.js';
import { say } from './run.js';

/** The folders of TypeScript with settings of their own; the first holds `server` besides the tools. */
const typed = ['.', 'contract', 'web', 'e2e'];

/** @type {[string, () => string | Promise<string>][]} what is checked, and how; a text says what is wrong */
const checks = [
  ...typed.map((folder) => types(folder)),
  ['Lint', () => tool('oxlint', 'bin/oxlint', ['--deny-warnings'])],
  ['Formatting (npx oxfmt . repairs it)', () => tool('oxfmt', 'bin/oxfmt', ['--check', '.'])],
  ['The law of imports', () => checkImportLaw().join('\n')],
  ['Unused code', () => tool('knip', 'bin/knip.js', ['--no-progress'])],
  ['Row types fit the migrations', () => generated('database-types.ts')],
  ['The description of the API fits the API', () => generated('openapi.ts')],
  ['The desk builds, its first load small enough (web/first-load.ts)', () => builds()],
];

/** Runs all checks and resolves to the exit code: 0 when everything holds. */
export async function check() {
  let failed = 0;
  for (const [title, run] of checks) {
    const started = Date.now();
    const wrong = (await run()).trim();
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    say(`${wrong ? 'WRONG' : 'right'}  ${title} (${seconds} s)`);
    if (!wrong) continue;
    failed += 1;
    say(`\n${wrong}\n`);
  }
  say(failed === 0 ? 'Everything holds.' : `${failed} of ${checks.length} checks failed.`);
  return failed === 0 ? 0 : 1;
}

/** @param {string} folder @returns {[string, () => string]} */
function types(folder) {
  const title = folder === '.' ? 'Types of the server and the tools' : `Types of ${folder}`;
  return [title, () => tool('@typescript/native', 'bin/tsc', ['--project', at(folder)])];
}

/** Builds the desk where its sources changed; the build fails when the first load is too large. */
async function builds() {
  if (!mustBuildWeb()) return '';
  return buildWeb().then(() => '', String);
}

/** @param {string} name */
function generated(name) {
  return run([at('server', 'tools', name), '--check']);
}

/** Runs a program of a package. @param {string} name @param {string} path @param {string[]} args */
function tool(name, path, args) {
  const program = at('node_modules', name, path);
  if (!existsSync(program)) return `${program} is missing.`;
  return run([program, ...args]);
}

/** What the program says when it fails, else nothing. @param {string[]} args */
function run(args) {
  const { status, stdout, stderr, error } = spawnSync(node24(), args, {
    cwd: root,
    env: environment(),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return '';
  return (
    `${stdout ?? ''}${stderr ?? ''}${error ? String(error) : ''}` || `It ended with ${status}.`
  );
}
