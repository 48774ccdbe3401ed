import { existsSync, readFileSync } from 'node:fs';

/**
 * How many tests passed, failed and were left out, by vitest's own reports together.
 * @param {string[]} reports
 */
export function countTests(reports) {
  const counts = { passed: 0, failed: 0, left: 0 };
  for (const report of reports.filter((path) => existsSync(path))) {
    const { numTotalTests, numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    counts.passed += numPassedTests;
    // A file that cannot even be loaded has no tests to count, and has failed all the same.
    counts.failed += Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0);
    counts.left += numTotalTests - numPassedTests - numFailedTests;
  }
  return counts;
}

/** The line with which a run of tests ends. @param {ReturnType<typeof countTests>} counts */
export function countsLine({ passed, failed, left }) {
  return `${passed} passed, ${failed} failed${left ? `, ${left} not run` : ''}`;
}

if (process.argv[1] === import.meta.filename) {
  console.log(countsLine(countTests(process.argv.slice(2))));
}
