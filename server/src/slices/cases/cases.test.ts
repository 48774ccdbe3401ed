import { beforeAll, describe, expect, it } from 'vitest';
import { asAgent, foundPyramid, type Pyramid } from '../../../test/pyramid.ts';
import { type TestDeps, testDeps } from '../../../test/deps.ts';
import { baton } from '../../kernel/actor.ts';
import { hourMs, minuteMs } from '../../kernel/duration.ts';
import { newId } from '../../platform/ids.ts';
import { runCommand } from '../../platform/db.ts';
import type { NewMessage } from './change.ts';
import { checks } from './checks.ts';
import { addMessage } from './commands/add-message.ts';
import { handAcross } from './commands/hand-across.ts';
import { handOverAllCases } from './commands/hand-over-all.ts';
import { openCase } from './commands/open-case.ts';
import { passUp } from './commands/pass-up.ts';
import { reply } from './commands/reply.ts';
import { solveCase } from './commands/solve-case.ts';
import { waitForCustomer } from './commands/wait-for-customer.ts';
import { alignAllClocks, sweep } from './jobs.ts';
import { eventsOfCase, shownCase, shownCases } from './store/read.ts';
import { scopeOf } from './store/scope.ts';

let deps: TestDeps;
let company: Pyramid;
let customerId: string;

beforeAll(async () => {
  deps = await testDeps();
  company = await foundPyramid(deps);
  customerId = newId();
  const now = new Date();
  await deps.db
    .insertInto('baton.customers')
    .values({ id: customerId, name: 'Мария Кузнецова', created_at: now })
    .execute();
});

function said(text = 'My bill is wrong.', automatic = false): NewMessage {
  return {
    id: newId(),
    direction: 'in',
    kind: 'mail',
    author: { kind: 'customer', id: customerId, name: 'Мария', address: 'maria@example.ru' },
    subject: 'Bill',
    text,
    quoted: null,
    htmlSha256: null,
    language: 'ru',
    automatic,
    inboundId: null,
    files: [],
  };
}

const open = () =>
  runCommand(deps, baton, (ctx) =>
    openCase(ctx, {
      customerId,
      subject: 'Двойное списание',
      message: said(),
      participants: [{ address: 'Maria@Example.ru', role: 'customer' }],
      receipt: true,
    }),
  );
const everything = { all: true } as const;
const look = async (id: string) => (await shownCase(deps.db, everything, id))!;
const kindsOf = async (id: string) =>
  (await eventsOfCase(deps.db, id, 0, 100)).map((event) => event.kind);

describe('a case', () => {
  it('has one owner, a clock, a number and a receipt to send from its first instant', async () => {
    const { caseId, number } = await open();
    const row = await look(caseId);
    expect(number).toBeGreaterThan(1000);
    expect(company.agents[0]).toContain(row.owner_id);
    expect(row.due_at!.getTime() - row.opened_at.getTime()).toBe(20 * hourMs);
    expect(row.last_message).toMatchObject({ direction: 'in', preview: 'My bill is wrong.' });
    const work = await deps.db.selectFrom('baton.work').selectAll().execute();
    expect(work).toContainEqual(
      expect.objectContaining({ task: 'mail.receipt', payload: { caseId } }),
    );
  });

  it('goes to the agent with the fewest, so that two agents share four cases', async () => {
    const before = await loads();
    for (let count = 0; count < 4; count++) await open();
    const after = await loads();
    const [a, b] = company.agents[0].map((id) => after.get(id) ?? 0);
    expect(Math.abs(a! - b!)).toBeLessThanOrEqual(1);
    expect([...after.values()].reduce((sum, load) => sum + load, 0)).toBe(
      [...before.values()].reduce((sum, load) => sum + load, 0) + 4,
    );
  });

  it('is answered by its owner only', async () => {
    const { caseId } = await open();
    const { owner_id } = await look(caseId);
    const other = company.agents[0].find((id) => id !== owner_id)!;
    const text = { caseId, text: 'We look into it.', files: [] };
    await expect(runCommand(deps, asAgent(other), (ctx) => reply(ctx, text))).rejects.toMatchObject(
      { code: 'not_owner' },
    );
    await runCommand(deps, asAgent(owner_id!), (ctx) => reply(ctx, text));
    expect(await kindsOf(caseId)).toEqual(['opened', 'replied', 'first_reply_met']);
  });

  it('is hidden from an agent of another team, who is told that there is none', async () => {
    const { caseId } = await open();
    const stranger = asAgent(company.agents[1][1]!);
    await expect(
      runCommand(deps, stranger, (ctx) => solveCase(ctx, { caseId, text: 'Done', files: [] })),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('refuses an act on a version that has been overtaken', async () => {
    const { caseId } = await open();
    const { owner_id, version } = await look(caseId);
    await runCommand(deps, baton, (ctx) => addMessage(ctx, { caseId, message: said('And?') }));
    const late = { caseId, version, text: 'Solved.', files: [] };
    await expect(
      runCommand(deps, asAgent(owner_id!), (ctx) => solveCase(ctx, late)),
    ).rejects.toMatchObject({ code: 'stale_version' });
    expect((await look(caseId)).status).toBe('open');
  });

  it('passed up has a new owner above, and its old owner and first taker follow it', async () => {
    const { caseId } = await open();
    const first = (await look(caseId)).owner_id!;
    const up = { caseId, reason: 'beyond_my_authority', summary: 'Needs the payment log.' };
    await runCommand(deps, asAgent(first), (ctx) => passUp(ctx, up));
    const row = await look(caseId);
    expect(row.level).toBe(2);
    expect(company.agents[1]).toContain(row.owner_id);
    expect(row.followers.map(({ id }) => id)).toEqual([first]);
    const scope = await scopeOf(deps.db, asAgent(first));
    expect(await shownCase(deps.db, scope, caseId)).not.toBeNull();
  });

  it('is refused a way up from the top', async () => {
    const { caseId } = await open();
    const up = { caseId, reason: 'not_in_time', summary: 'x' };
    for (const level of [0, 1]) {
      const owner = (await look(caseId)).owner_id!;
      expect(company.agents[level]).toContain(owner);
      await runCommand(deps, asAgent(owner), (ctx) => passUp(ctx, up));
    }
    const head = asAgent((await look(caseId)).owner_id!);
    await expect(runCommand(deps, head, (ctx) => passUp(ctx, up))).rejects.toMatchObject({
      code: 'at_the_top',
    });
  });

  it('handed across keeps its clock', async () => {
    const { caseId } = await open();
    const { owner_id, due_at } = await look(caseId);
    const other = company.agents[0].find((id) => id !== owner_id)!;
    const across = { caseId, reason: 'conflict_of_interest', summary: 'My cousin.', agent: other };
    await runCommand(deps, asAgent(owner_id!), (ctx) => handAcross(ctx, across));
    expect(await look(caseId)).toMatchObject({ owner_id: other, due_at, level: 1 });
  });
});

async function loads(): Promise<Map<string, number>> {
  const rows = await deps.db
    .selectFrom('baton.cases')
    .select((eb) => ['owner_id', eb.fn.countAll<number>().as('load')])
    .where('status', '=', 'open')
    .where('level', '=', 1)
    .groupBy('owner_id')
    .execute();
  return new Map(rows.map((row) => [row.owner_id!, row.load]));
}

describe('what time does', () => {
  it('moves a case up when its time is over, once, and to the top at last', async () => {
    const { caseId } = await open();
    for (const level of [1, 2, 3]) {
      expect((await look(caseId)).level).toBe(level);
      deps.clock.travel(20 * hourMs);
      await sweep(deps);
      await sweep(deps);
    }
    const row = await look(caseId);
    expect(row.level).toBe(3);
    expect((await kindsOf(caseId)).filter((kind) => kind === 'lapsed')).toHaveLength(3);
    const entries = await deps.db
      .selectFrom('baton.accountability')
      .selectAll()
      .where('case_id', '=', caseId)
      .execute();
    expect(entries).toMatchObject([{ owner_id: row.owner_id, level: 3 }]);
  });

  it('lets a waiting case resume by itself and a solved one close', async () => {
    const waiting = await open();
    const solved = await open();
    const owners = [
      (await look(waiting.caseId)).owner_id!,
      (await look(solved.caseId)).owner_id!,
    ] as const;
    await runCommand(deps, asAgent(owners[0]), (ctx) =>
      waitForCustomer(ctx, { caseId: waiting.caseId, until: null }),
    );
    await runCommand(deps, asAgent(owners[1]), (ctx) =>
      solveCase(ctx, { caseId: solved.caseId, text: 'Refunded.', files: [] }),
    );
    deps.clock.travel(72 * hourMs + minuteMs);
    await sweep(deps);
    expect((await look(waiting.caseId)).status).toBe('open');
    expect((await look(solved.caseId)).status).toBe('solved');
    deps.clock.travel(96 * hourMs);
    await sweep(deps);
    expect(await look(solved.caseId)).toMatchObject({ status: 'closed', confirmed: false });
  });

  it('reopens a solved case to the same hands when the customer writes', async () => {
    const { caseId } = await open();
    const owner = (await look(caseId)).owner_id!;
    await runCommand(deps, asAgent(owner), (ctx) =>
      solveCase(ctx, { caseId, text: 'Refunded.', files: [] }),
    );
    await runCommand(deps, baton, (ctx) => addMessage(ctx, { caseId, message: said('No.') }));
    expect(await look(caseId)).toMatchObject({ status: 'open', owner_id: owner });
  });
});

describe('settings and people', () => {
  it('move due instants with the holding time, as events', async () => {
    const { caseId } = await open();
    const before = (await look(caseId)).due_at!;
    const set = (hours: number) =>
      deps.db
        .updateTable('baton.levels')
        .set({ holding_ms: hours * hourMs })
        .where('id', '=', 1)
        .execute();
    await set(30);
    await alignAllClocks(deps);
    expect((await look(caseId)).due_at!.getTime() - before.getTime()).toBe(10 * hourMs);
    expect((await kindsOf(caseId)).at(-1)).toBe('holding_time_changed');
    await set(20);
    await alignAllClocks(deps);
    expect((await look(caseId)).due_at).toEqual(before);
  });

  it('hand all cases of an agent to others before the agent is disabled', async () => {
    const leaving = company.agents[0][1]!;
    await open();
    await open();
    const moved = await runCommand(deps, baton, async (ctx) => {
      const count = await handOverAllCases(ctx, leaving);
      await ctx.tx
        .updateTable('baton.agents')
        .set({ active: false, disabled_at: ctx.now })
        .where('id', '=', leaving)
        .execute();
      return count;
    });
    expect(moved).toBeGreaterThan(0);
    const held = await shownCases(
      deps.db,
      everything,
      { owner: leaving, status: ['open', 'waiting', 'solved'] },
      { sort: 'due', after: null, limit: 10 },
    );
    expect(held).toEqual([]);
  });

  it('cannot be disabled while holding a case: the database itself refuses', async () => {
    await open();
    const holder = company.agents[0][0]!;
    await expect(
      deps.db
        .updateTable('baton.agents')
        .set({ active: false, disabled_at: new Date() })
        .where('id', '=', holder)
        .execute(),
    ).rejects.toThrow(/foreign key/);
  });
});

describe('whose hands are the same hands', () => {
  it('gives a reopened case of a reader to somebody who may act', async () => {
    const { caseId } = await open();
    const owner = (await look(caseId)).owner_id!;
    await runCommand(deps, asAgent(owner), (ctx) =>
      solveCase(ctx, { caseId, text: 'Refunded.', files: [] }),
    );
    deps.clock.travel(7 * 24 * hourMs + minuteMs);
    await sweep(deps);
    await deps.pool.query(`update baton.agents set role = 'reader' where id = $1`, [owner]);
    await runCommand(deps, baton, (ctx) => addMessage(ctx, { caseId, message: said('No.') }));
    const now = await look(caseId);
    await deps.pool.query(`update baton.agents set role = 'agent' where id = $1`, [owner]);
    expect(now.status).toBe('open');
    expect(now.owner_id).not.toBe(owner);
  });
});

describe('the log', () => {
  it.each([
    'update baton.case_events set kind = kind',
    'delete from baton.case_events',
    'truncate baton.case_events',
  ])('refuses: %s', async (statement) => {
    await expect(deps.pool.query(statement)).rejects.toThrow(/never changed or deleted/);
  });

  it('gives the state of every case when replayed, and no promise is broken', async () => {
    for (const check of checks) {
      expect([check.name, await check.find(deps)]).toEqual([check.name, []]);
    }
  });

  it('shows what doctor looks for when a promise is broken', async () => {
    const { caseId } = await open();
    await deps.pool.query('update baton.cases set urgency = $1 where id = $2', ['urgent', caseId]);
    const replays = checks.find(({ name }) => name === 'Events give the state')!;
    expect(await replays.find(deps)).toMatchObject([{ caseId, what: /urgency/ }]);
  });
});
