import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { at, node24, root } from './paths.js';
import law from '../../.dependency-cruiser.js';

const folders = [
  'contract/src',
  'server/src',
  'server/test',
  'server/tools',
  'web/src',
  'e2e',
  'bench',
  'proof',
];

/**
 * Holds the project against the law of imports, and the law against files that break every rule of
 * it: a rule that finds nothing there would find nothing here either.
 * @returns {string[]} what is wrong, a line each
 */
export function checkImportLaw() {
  const present = folders.filter((folder) => existsSync(at(folder)));
  const { violations, modules } = cruise(root, present);
  const lines = violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  if (modules === 0) lines.push('No file was looked at.');
  const planted = cruise(at('bin', 'fixtures', 'import-law'), ['contract', 'server', 'web']);
  const found = new Set(planted.violations.map(({ rule }) => rule.name));
  const blind = law.forbidden.filter(({ name }) => !found.has(name));
  return [...lines, ...blind.map(({ name }) => `The planted violation of ${name} was not found.`)];
}

/**
 * @param {string} cwd @param {string[]} paths
 * @returns {{ violations: { rule: { name: string }, from: string, to: string }[], modules: number }}
 */
function cruise(cwd, paths) {
  const program = at('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const config = at('.dependency-cruiser.js');
  const args = [program, '--config', config, '--output-type', 'json', ...paths];
  const { stdout, stderr } = spawnSync(node24(), args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser failed:\n${stdout}${stderr}`);
  const { summary } = JSON.parse(stdout);
  return { violations: summary.violations, modules: summary.totalCruised };
}
