import { startBenchPostgres, type BenchPostgres } from './postgres.ts';
import { measureLetters } from './letters.ts';
import { measureWorkTable } from './work-table.ts';

/** The parts of the run by name; `npm run bench -- work-table` runs one of them. */
const parts: Record<string, (postgres: BenchPostgres) => Promise<void>> = {
  letters: measureLetters,
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
} finally {
  await postgres.stop();
}
