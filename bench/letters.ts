import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openStorage } from '../server/src/platform/storage.ts';
import { recorded } from './change-log.ts';
import { found } from './founding.ts';
import { writePlainly } from './plain-sql.ts';
import type { BenchPostgres } from './postgres.ts';
import { environmentOn, startPart } from './processes.ts';
import { section } from './report.ts';
import type { Rate } from './rounds.ts';
import { accept, turn } from './send-letters.ts';
import { addRound, compare, compareHead, newSide, type Side } from './sides.ts';
import { letter } from './smtp-client.ts';

/** Rounds that count, after one that warms up. */
const rounds = 3;
const letters = 250;

type Measured = Record<'accepted' | 'rows' | 'rowsAndFiles' | 'turned' | 'caseRows', Side>;

/**
 * Letters accepted by SMTP, and letters turned into cases (with the receipt that each customer
 * gets), each beside the same rows in the same commits by plain SQL.
 */
export async function measureLetters(postgres: BenchPostgres): Promise<void> {
  section('Letters a second, beside the same rows, indexes and commits by plain SQL');
  compareHead();
  for (const atOnce of [1, 4]) {
    const sides = await measure(postgres, atOnce);
    const senders = atOnce === 1 ? '1 sender' : `${atOnce} senders`;
    compare(`accepted by SMTP, ${senders}`, sides.accepted, sides.rows);
    compare('  beside the rows and the same files', sides.accepted, sides.rowsAndFiles);
    compare(`turned into cases, ${atOnce} at once`, sides.turned, sides.caseRows);
  }
}

async function measure(postgres: BenchPostgres, atOnce: number): Promise<Measured> {
  const url = await postgres.database();
  const env = environmentOn(postgres, url);
  await found(env, [20, 5, 2]);
  const [plain, plainWithFiles] = [await postgres.copyOf(url), await postgres.copyOf(url)];
  const smtp = await startPart('smtp', env);
  const jobs = await startPart('jobs', env, atOnce);
  const storage = await openStorage(join(postgres.folder, `plain-${atOnce}`));
  const putFile = () => storage.put(Buffer.from(letter(randomUUID(), 'plain').data));
  const { postmaster } = postgres;
  const here = { postmaster, pid: process.pid };
  const run = async (round: number): Promise<Measured> => {
    const sides = {
      accepted: newSide(),
      rows: newSide(),
      rowsAndFiles: newSide(),
      turned: newSide(),
      caseRows: newSide(),
    };
    const names = Array.from({ length: letters }, (_, index) => `${round}.${index}`);
    const one = await recorded(url, () =>
      addRound(sides.accepted, { postmaster, pid: smtp.pid }, () => accept(smtp, atOnce, names)),
    );
    const two = await recorded(url, () =>
      addRound(sides.turned, { postmaster, pid: jobs.pid }, () => turn(url, jobs, letters)),
    );
    await addRound(sides.rows, here, () => plainly(plain, one.transactions, atOnce));
    await addRound(sides.caseRows, here, () => plainly(plain, two.transactions, atOnce));
    await addRound(sides.rowsAndFiles, here, () =>
      plainly(plainWithFiles, one.transactions, atOnce, putFile),
    );
    return sides;
  };
  await run(0);
  const sides = await run(1);
  for (let round = 2; round <= rounds; round++) merge(sides, await run(round));
  await Promise.all([smtp.stop(), jobs.stop()]);
  return sides;
}

function merge(all: Measured, more: Measured): void {
  for (const name of Object.keys(all) as (keyof Measured)[]) {
    all[name].perSecond.push(...more[name].perSecond);
    all[name].perProcessorSecond.push(...more[name].perProcessorSecond);
  }
}

/** The same letters by plain SQL, however many commits each takes. */
async function plainly(...what: Parameters<typeof writePlainly>): Promise<Rate> {
  const { seconds } = await writePlainly(...what);
  return { count: letters, seconds };
}
