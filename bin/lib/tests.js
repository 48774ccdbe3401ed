import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countsLine, countTests } from './count-tests.js';
import { at, compileCache, node24, scratch } from './paths.js';
import { run } from './run.js';

/**
 * Runs vitest and says at the very end how many tests passed, by its own report. A test that is
 * left out counts as a failure: nobody would notice it missing.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function runTests(args) {
  const report = join(scratch, 'test-report.json');
  mkdirSync(scratch, { recursive: true });
  rmSync(report, { force: true });
  const vitest = at('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // Three at a time on two processors: a test waits for its database, its browser or a clock for a
  // third of its time. Projects do not take this over from the configuration above them.
  const command = [vitest, 'run', '--maxWorkers=3', ...reporters, ...args];
  const code = await run(node24(), command, { NODE_COMPILE_CACHE: compileCache });
  const counts = countTests([report]);
  console.log(countsLine(counts));
  const isNarrowed = args.some((arg) => arg === '-t' || arg.startsWith('--testNamePattern'));
  const complete = counts.passed > 0 && (counts.left === 0 || isNarrowed);
  return code || (complete ? 0 : 1);
}
