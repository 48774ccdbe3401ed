import pg from 'pg';
import type { Deps } from '../server/src/platform/context.ts';
import { runCommand } from '../server/src/platform/db.ts';
import { writeNote } from '../server/src/slices/cases/commands/write-note.ts';
import { withDeps } from './founding.ts';
import { open } from './originals.ts';
import type { BenchPostgres } from './postgres.ts';
import { line, milliseconds, section, times } from './report.ts';
import { median, ratio, timed } from './rounds.ts';
import { searchable } from './search-data.ts';
import { addRound, newSide, type Side } from './sides.ts';

const rounds = 6;
const letters = 60;
const text = 'I have waited for my refund of order 2026-0012345 since the ninth of May. '.repeat(
  12,
);

/**
 * What the triggers that keep the index of search cost whoever writes: cases opened and notes written
 * at a hundred thousand cases, in turns with the triggers and without them.
 */
export async function measureSearchUpkeep(postgres: BenchPostgres): Promise<void> {
  const { url, env } = await searchable(postgres);
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const kept = [newSide(), newSide()] as const;
  const bare = [newSide(), newSide()] as const;
  await withDeps(env, async (deps) => {
    for (let round = 0; round < rounds * 2; round++) {
      const isKept = round % 4 === 0 || round % 4 === 3;
      await switchTriggers(client, isKept);
      await write(deps, postgres.postmaster, round, isKept ? kept : bare);
    }
  });
  await client.end();
  await postgres.drop(url);
  section('What search costs whoever writes, in turns with its triggers and without');
  line('', 'with', 'without', 'ratio', 'CPU with', 'CPU without', 'ratio');
  compare('a case opened by a new customer', kept[0], bare[0]);
  compare('a note of 900 characters', kept[1], bare[1]);
}

async function write(
  deps: Deps,
  postmaster: number,
  round: number,
  [opened, noted]: readonly [Side, Side],
): Promise<void> {
  const here = { postmaster, pid: process.pid };
  const made: Awaited<ReturnType<typeof open>>[] = [];
  await addRound(opened, here, () =>
    timed(async () => {
      for (let n = 0; n < letters; n++) made.push(await open(deps, `upkeep.${round}.${n}`));
      return letters;
    }),
  );
  await addRound(noted, here, () =>
    timed(async () => {
      for (const { caseId, owner } of made) {
        await runCommand(deps, owner, (ctx) => writeNote(ctx, { caseId, text, files: [] }));
      }
      return letters;
    }),
  );
}

function compare(what: string, kept: Side, bare: Side): void {
  const each = (perSecond: number[]) => milliseconds(1000 / median(perSecond));
  line(
    what,
    ...[each(kept.perSecond), each(bare.perSecond), times(ratio(bare.perSecond, kept.perSecond))],
    ...[each(kept.perProcessorSecond), each(bare.perProcessorSecond)],
    times(ratio(bare.perProcessorSecond, kept.perProcessorSecond)),
  );
}

/** All that keep the index, on or off. */
async function switchTriggers(client: pg.Client, on: boolean): Promise<void> {
  const { rows } = await client.query<{ name: string; of: string }>(`
    select tgname as name, tgrelid::regclass as of from pg_trigger
    where starts_with(tgname, 'search_') and not tgisinternal`);
  for (const one of rows) {
    await client.query(`alter table ${one.of} ${on ? 'enable' : 'disable'} trigger ${one.name}`);
  }
}
