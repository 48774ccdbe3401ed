import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openStorage } from '../server/src/platform/storage.ts';
import { recorded, type Transaction } from './change-log.ts';
import { found } from './founding.ts';
import { writePlainly } from './plain-sql.ts';
import type { BenchPostgres } from './postgres.ts';
import { environmentOn, type Running, startPart } from './processes.ts';
import { line, perSecond, section, times } from './report.ts';
import { median, type Rate, ratio, timed } from './rounds.ts';
import { letter, SmtpClient } from './smtp-client.ts';

const rounds = process.env.PROF ? 2 : 4;
const letters = 400;

/** Rates per second, one a round; `files` are the rows and the same files, durably. */
type Rates = { product: number[]; rows: number[]; files: number[] };

/**
 * Letters accepted by SMTP, and letters turned into cases (with the receipt that each customer
 * gets), each beside the same rows in the same commits by plain SQL. The first round warms up.
 */
export async function measureLetters(postgres: BenchPostgres): Promise<void> {
  section('Letters: product beside the same rows, indexes and commits by plain SQL');
  line('per second', 'product', 'plain SQL', 'ratio');
  for (const atOnce of process.env.PROF ? [4] : [1, 4]) {
    const { accepted, turned } = await measure(postgres, atOnce);
    const of = atOnce === 1 ? '1 sender' : `${atOnce} senders`;
    report(`accepted by SMTP, ${of}`, accepted.product, accepted.rows);
    report('  … beside rows and the same files', accepted.product, accepted.files);
    report(`turned into cases with receipts, ${atOnce} at once`, turned.product, turned.rows);
  }
}

async function measure(postgres: BenchPostgres, atOnce: number) {
  const url = await postgres.database();
  const env = environmentOn(postgres, url);
  await found(env, [4, 2, 1]);
  const [plain, plainWithFiles] = [await postgres.copyOf(url), await postgres.copyOf(url)];
  const storage = await openStorage(join(postgres.folder, `plain-${atOnce}`));
  const smtp = await startPart('smtp', env);
  const jobs = await startPart('jobs', env, atOnce);
  if (process.env.PROF) await statements(url, 'create extension if not exists pg_stat_statements');
  const accepted: Rates = { product: [], rows: [], files: [] };
  const turned: Rates = { product: [], rows: [], files: [] };
  for (let round = 0; round < rounds; round++) {
    const one = await recorded(url, () => accept(smtp.port, atOnce, round));
    if (process.env.PROF) await dump(url, 'accept');
    const two = await recorded(url, () => turn(url, jobs));
    if (process.env.PROF) await dump(url, 'turn');
    keep(accepted.product, one.result);
    keep(turned.product, two.result);
    keep(accepted.rows, await plainly(plain, one.transactions, atOnce));
    keep(turned.rows, await plainly(plain, two.transactions, atOnce));
    const putFile = () => storage.put(Buffer.from(letter(randomUUID(), 'plain').data));
    keep(accepted.files, await plainly(plainWithFiles, one.transactions, atOnce, putFile));
  }
  await Promise.all([smtp.stop(), jobs.stop()]);
  for (const rates of [accepted, turned]) for (const each of Object.values(rates)) each.shift();
  return { accepted, turned };
}

function keep(rates: number[], { count, seconds }: Rate): void {
  rates.push(count / seconds);
}

function report(what: string, product: number[], plain: number[]): void {
  const figures = [perSecond(median(product)), perSecond(median(plain))];
  line(what, ...figures, times(ratio(product, plain)));
}

/** Senders that each hold one connection and wait for each 250. */
async function accept(port: number, senders: number, round: number): Promise<Rate> {
  const clients = await Promise.all(
    Array.from({ length: senders }, () => SmtpClient.connect(port)),
  );
  const names = Array.from({ length: letters }, (_, index) => `${round}.${index}`);
  const rate = await timed(async () => {
    await Promise.all(
      clients.map(async (client) => {
        for (let name = names.pop(); name; name = names.pop()) {
          await client.send(letter(name, `customer.${name}`));
        }
      }),
    );
    return letters;
  });
  for (const client of clients) client.close();
  return rate;
}

/** From the first case to the instant at which nothing is left to do. */
async function turn(url: string, jobs: Running): Promise<Rate> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await jobs.tell('go');
  const left = 'select 1 from baton.work union all select 1 from baton_jobs._private_jobs limit 1';
  while ((await client.query(left)).rowCount) await sleep(10);
  const { rows } = await client.query<{ seconds: number }>(`
    select extract(epoch from clock_timestamp() - min(decided_at))::float8 as seconds
    from (select decided_at from baton.inbound order by received_at desc limit ${letters}) last`);
  await client.end();
  await jobs.tell('pause');
  return { count: letters, seconds: rows[0]!.seconds };
}

/** The same letters by plain SQL, however many commits each takes. */
async function plainly(...what: Parameters<typeof writePlainly>): Promise<Rate> {
  const { seconds } = await writePlainly(...what);
  return { count: letters, seconds };
}

async function statements(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}
async function dump(url: string, what: string) {
  const rows = await statements(url, `select calls, round(total_exec_time::numeric,1)||' plan '||round(total_plan_time::numeric,1) as ms, rows, left(regexp_replace(query, '\\s+', ' ', 'g'), 150) as q from pg_stat_statements where dbid=(select oid from pg_database where datname=current_database()) and toplevel order by calls desc limit 45`);
  console.log('#####', what);
  for (const r of rows) console.log(String(r.calls).padStart(7), String(r.ms).padStart(22), String(r.rows).padStart(7), r.q);
  await statements(url, 'select pg_stat_statements_reset()');
}
