import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { at, node24, scratch } from './paths.js';
import { run } from './run.js';

/**
 * Runs vitest and says at the very end how many tests passed, by its own report.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function runTests(args) {
  const report = join(scratch, 'test-report.json');
  mkdirSync(scratch, { recursive: true });
  rmSync(report, { force: true });
  const vitest = at('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(node24(), [vitest, 'run', ...reporters, ...args]);
  const { passed, failed, left } = count(report);
  console.log(`${passed} passed, ${failed} failed${left ? `, ${left} not run` : ''}`);
  return code || (passed === 0 ? 1 : 0);
}

/** @param {string} report */
function count(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0, left: 0 };
  const { numTotalTests, numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that cannot even be loaded has no tests to count, and has failed all the same.
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0);
  const left = numTotalTests - numPassedTests - numFailedTests;
  return { passed: numPassedTests, failed, left };
}
