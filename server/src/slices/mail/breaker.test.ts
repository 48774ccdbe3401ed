import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minuteMs } from '../../kernel/duration.ts';
import { runCommand } from '../../platform/db.ts';
import { checks } from './checks.ts';
import { closeBreaker, releaseAllHeld, setAllHeldAside } from './commands/act-on-breaker.ts';
import { changeSettings } from './commands/change-settings.ts';
import { readToRelease, releaseInbound } from './commands/release-inbound.ts';
import { watchPace } from './commands/watch-pace.ts';
import { PostOffice, runMailWork } from './testing.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
  await runCommand(office.deps, office.head, (ctx) =>
    changeSettings(ctx, {
      limits: {
        automatic: { hour: 5, day: 20 },
        breaker: { sender: 4, domain: 8, channel: 100 },
      },
    }),
  );
});
afterAll(() => office.close());

const breakers = () => office.deps.db.selectFrom('baton.breakers').selectAll().execute();
const breakerOf = async (offender: string | null) =>
  (await breakers()).findLast((one) => one.offender === offender);

async function alarms() {
  const rows = office.deps.db.selectFrom('baton.notices').select(['agent_id', 'data']);
  return rows.where('kind', '=', 'breaker_opened').execute();
}

/** So many mails of somebody, the outcomes of each. */
async function storm(from: string, count: number) {
  const outcomes: string[] = [];
  for (let n = 0; n < count; n++) {
    const row = await office.arrive({ from, Subject: `Number ${n}`, text: `This is ${n}.` });
    outcomes.push(row.outcome);
  }
  return outcomes;
}

const pass = () => office.deps.clock.travel(21 * minuteMs);

describe('a sender who writes too much at once', () => {
  test('is held from then on, and administrators are told once; others are not held', async () => {
    office.relay.arrived.length = 0;
    expect(await storm('Storm@x.test', 7)).toEqual([
      ...Array.from({ length: 4 }, () => 'opened'),
      ...Array.from({ length: 3 }, () => 'held'),
    ]);
    expect(await breakerOf('storm@x.test')).toMatchObject({ kind: 'sender', closed_at: null });
    expect(await alarms()).toMatchObject([{ agent_id: office.head.id }]);
    expect(await storm('calm@y.test', 1)).toEqual(['opened']);
    // Four receipts, and one for the other; nothing for what is held.
    expect(office.relay.arrived).toHaveLength(5);
  });

  test('what is held becomes cases one by one, or all at once, as if it had just come', async () => {
    const { id } = (await breakerOf('storm@x.test'))!;
    const rows = office.deps.db
      .selectFrom('baton.inbound')
      .select('id')
      .where('outcome', '=', 'held');
    const [first] = await rows.execute();
    const reading = await readToRelease(office.deps, first!.id);
    await runCommand(office.deps, office.head, (ctx) => releaseInbound(ctx, first!.id, reading));
    expect(await office.inbound(first!.id)).toMatchObject({ outcome: 'opened', breaker_id: id });
    expect(await runCommand(office.deps, office.head, (ctx) => releaseAllHeld(ctx, id))).toBe(2);
    await runMailWork(office.deps);
    expect(await rows.execute()).toEqual([]);
    const cases = office.deps.db.selectFrom('baton.inbound').select('outcome');
    const all = await cases.where('breaker_id', '=', id).execute();
    expect(all.map(({ outcome }) => outcome)).toEqual(['opened', 'opened', 'opened']);
    const acts = await office.deps.db.selectFrom('baton.inbound_acts').selectAll().execute();
    expect(acts).toMatchObject(
      [1, 2, 3].map(() => ({ act: 'released', outcome: 'held', actor_id: office.head.id })),
    );
  });

  test('is let through again by itself when it is calm, and not before', async () => {
    await watchPace(office.deps);
    expect((await breakerOf('storm@x.test'))!.closed_at).toBeNull();
    pass();
    await watchPace(office.deps);
    expect(await breakerOf('storm@x.test')).toMatchObject({
      closed_at: expect.any(Date),
      closed_by: null,
    });
    expect(await storm('storm@x.test', 1)).toEqual(['opened']);
  });

  test('may be let through by hand; what is held can be set aside all at once', async () => {
    expect(await storm('hand@x.test', 6)).toEqual([
      'opened',
      'opened',
      'opened',
      'opened',
      'held',
      'held',
    ]);
    const { id } = (await breakerOf('hand@x.test'))!;
    await runCommand(office.deps, office.head, (ctx) => closeBreaker(ctx, id));
    expect(await breakerOf('hand@x.test')).toMatchObject({ closed_by: office.head.id });
    expect(
      await runCommand(office.deps, office.head, (ctx) => setAllHeldAside(ctx, id, 'spam')),
    ).toBe(2);
    // The storm goes on: a breaker opens anew.
    expect(await storm('hand@x.test', 1)).toEqual(['held']);
    const open = (await breakers()).filter(({ closed_at: closed }) => closed === null);
    expect(open).toHaveLength(1);
  });
});

test('a storm of ten thousand is set aside at once, and told of', async () => {
  const { db, storage } = office.deps;
  const raw = await storage.put(Buffer.from('x'));
  const breaker = (await breakerOf('hand@x.test'))!;
  const many = 10_000;
  await sql`
    insert into baton.inbound (id, channel_id, door, received_at, envelope_from, recipients,
      raw_sha256, raw_size, outcome, reason, decided_at, breaker_id)
    select gen_random_uuid(), ${breaker.channel_id}, 'smtp', '2020-02-02', 'hand@x.test', '{a@x.test}',
      ${raw.sha256}, 1, 'held', 'breaker_sender', now(), ${breaker.id}
    from generate_series(1, ${many})`.execute(db);
  const before = await db.selectFrom('baton.inbound_acts').select('at').execute();
  const aside = await runCommand(office.deps, office.head, (ctx) =>
    setAllHeldAside(ctx, breaker.id, 'spam'),
  );
  // One was still held of the storm before.
  expect(aside).toBe(many + 1);
  const after = await db.selectFrom('baton.inbound_acts').select('at').execute();
  expect(after.length - before.length).toBe(aside);
});

describe('a domain that sends too much at once', () => {
  test('is held, but for those who hold our token; a public mail host never is', async () => {
    pass();
    const known = await office.arrive({ from: 'partner@loops.test' });
    await office.reply(known.case_id);
    const answer = office.relay.arrived.at(-1)!.mail;
    for (let n = 0; n < 9; n++) {
      await storm(`ticket-${n}@loops.test`, 1);
      await storm(`maria-${n}@gmail.com`, 1);
    }
    await watchPace(office.deps);
    expect(await breakerOf('loops.test')).toMatchObject({ kind: 'domain', closed_at: null });
    expect(await breakerOf('gmail.com')).toBeUndefined();
    expect(await storm('ticket-10@loops.test', 1)).toEqual(['held']);
    expect(await storm('maria-10@gmail.com', 1)).toEqual(['opened']);
    const reply = await office.arrive({
      from: 'partner@loops.test',
      Subject: `Re: ${answer.subject}`,
      'In-Reply-To': answer.messageId,
    });
    expect(reply).toMatchObject({ outcome: 'joined', case_id: known.case_id });
  });
});

test('too much through a channel holds no case back; receipts wait until it is calm', async () => {
  pass();
  await watchPace(office.deps);
  const limits = {
    automatic: { hour: 5, day: 20 },
    breaker: { sender: 50, domain: 50, channel: 3 },
  };
  await runCommand(office.deps, office.head, (ctx) => changeSettings(ctx, { limits }));
  for (let n = 0; n < 4; n++) await storm(`many-${n}@many-${n}.test`, 1);
  await watchPace(office.deps);
  expect(await breakerOf(null)).toMatchObject({ kind: 'channel', closed_at: null });
  office.relay.arrived.length = 0;
  expect(await storm('late@late.test', 1)).toEqual(['opened']);
  expect(office.relay.arrived).toHaveLength(0);
  pass();
  await watchPace(office.deps);
  await runMailWork(office.deps);
  expect(office.relay.arrived.map(({ to }) => to)).toEqual([['late@late.test']]);
});

test.each(checks)('in the end all is accounted for: $name', async ({ find }) => {
  expect(await find(office.deps)).toEqual([]);
});
