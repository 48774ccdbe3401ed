import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Running } from './processes.ts';
import { type Rate, timed } from './rounds.ts';
import { letter, SmtpClient } from './smtp-client.ts';

/** Sends a letter of each name, each sender on one connection and waiting for each 250. */
export async function accept(smtp: Running, senders: number, names: string[]): Promise<Rate> {
  const clients = await Promise.all(
    Array.from({ length: senders }, () => SmtpClient.connect(smtp.port)),
  );
  const waiting = [...names];
  const rate = await timed(async () => {
    await Promise.all(
      clients.map(async (client) => {
        for (let name = waiting.pop(); name; name = waiting.pop()) {
          await client.send(letter(name, `customer.${name}`));
        }
      }),
    );
    return names.length;
  });
  for (const client of clients) client.close();
  return rate;
}

/** Lets the jobs go; from the first case to the instant at which nothing is left to do. */
export async function turn(url: string, jobs: Running, letters: number): Promise<Rate> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await jobs.tell('go');
  const left = 'select 1 from baton.work union all select 1 from baton_jobs._private_jobs limit 1';
  while ((await client.query(left)).rowCount) await sleep(20);
  const { rows } = await client.query<{ seconds: number }>(`
    select extract(epoch from clock_timestamp() - min(decided_at))::float8 as seconds
    from (select decided_at from baton.inbound order by received_at desc limit ${letters}) last`);
  await client.end();
  await jobs.tell('pause');
  return { count: letters, seconds: rows[0]!.seconds };
}
