import { stopAll } from './processes.ts';
import { startBenchPostgres, type BenchPostgres } from './postgres.ts';
import { measureDesks } from './desks.ts';
import { measureLapses } from './lapses.ts';
import { measureLetters } from './letters.ts';
import { measureLists } from './lists.ts';
import { measurePyramid } from './pyramid.ts';
import { measureSearch } from './search.ts';
import { measureWorkTable } from './work-table.ts';

/** The parts of the run by name; `npm run bench -- work-table` runs one of them. */
const parts: Record<string, (postgres: BenchPostgres) => Promise<void>> = {
  desks: measureDesks,
  letters: measureLetters,
  lists: measureLists,
  lapses: measureLapses,
  pyramid: measurePyramid,
  search: measureSearch,
  'work-table': measureWorkTable,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(2);
}
const postgres = await startBenchPostgres();
try {
  for (const name of asked.length > 0 ? asked : Object.keys(parts)) await parts[name]!(postgres);
} catch (error) {
  // Before the database goes, which ends every connection that is still open.
  console.error(error);
  process.exitCode = 1;
} finally {
  await stopAll();
  await postgres.stop();
}
