import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PostOffice } from '../testing.ts';
import { openingMail } from './correspondence.ts';
import { threadOfCase } from './threads.ts';

// What is asked for each mail that leaves must not go through all that ever came in.

let office: PostOffice;
let caseId: string;
beforeAll(async () => {
  office = await PostOffice.open();
  caseId = (await office.arrive({})).case_id!;
  await sql`
    insert into baton.inbound (id, channel_id, door, received_at, envelope_from, recipients,
      raw_sha256, raw_size, outcome, reason, decided_at)
    select gen_random_uuid(), i.channel_id, 'smtp', '2020-02-02', 'x@x.test', '{a@x.test}',
      i.raw_sha256, 1, 'loop', 'own_message', now()
    from baton.inbound i, generate_series(1, 20000) where i.case_id = ${caseId}`.execute(
    office.deps.db,
  );
  await sql`analyze baton.inbound, baton.messages`.execute(office.deps.db);
});
afterAll(() => office.close());

test.each([
  ['the message that opened a case', openingMail],
  ['the thread of a case', threadOfCase],
])('%s is found by an index', async (_what, find) => {
  await office.deps.db.transaction().execute(async (tx) => {
    await find(tx, caseId);
    const { rows } = await sql<{ read: number }>`
      select pg_stat_get_xact_tuples_returned('baton.inbound'::regclass) as read`.execute(tx);
    expect(rows[0]!.read).toBeLessThan(100);
  });
});
