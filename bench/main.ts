import { parseArgs } from 'node:util';
import { stopAll } from './processes.ts';
import { startBenchPostgres, type BenchPostgres } from './postgres.ts';
import { measureDesks } from './desks.ts';
import { measureLapses } from './lapses.ts';
import { measureLetters } from './letters.ts';
import { measureLists } from './lists.ts';
import { measurePyramid } from './pyramid.ts';
import { measureSearch } from './search.ts';
import { measureSearchUpkeep } from './search-upkeep.ts';
import { measureWorkTable } from './work-table.ts';

/**
 * The parts of the run by name; `npm run bench -- work-table` runs one of them. With `--data <folder>`
 * what takes long to fill is kept there, and found again by the next run.
 */
const parts: Record<string, (postgres: BenchPostgres) => Promise<void>> = {
  desks: measureDesks,
  letters: measureLetters,
  lists: measureLists,
  lapses: measureLapses,
  pyramid: measurePyramid,
  search: measureSearch,
  'search-upkeep': measureSearchUpkeep,
  'work-table': measureWorkTable,
};

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' } },
});
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(2);
}
const postgres = await startBenchPostgres(values.data);
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
