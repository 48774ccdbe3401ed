import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { minuteMs } from '../../kernel/duration.ts';
import { newId } from '../../platform/ids.ts';
import { runCommand } from '../../platform/db.ts';
import { checks as casesChecks } from '../cases/checks.ts';
import { confirmSolution } from '../cases/commands/answer-solution.ts';
import { askTask } from '../cases/commands/ask-task.ts';
import { keepDraft } from '../cases/commands/keep-draft.ts';
import { reply, type Reply } from '../cases/commands/reply.ts';
import { solveCase } from '../cases/commands/solve-case.ts';
import { withdrawMessage } from '../cases/commands/withdraw-message.ts';
import { heldMs } from '../cases/rules/withdraw.ts';
import { draftsOf } from '../cases/store/drafts.ts';
import { checks } from './checks.ts';
import { sendMessage } from './commands/send-message.ts';
import { sendOutbound } from './commands/send-outbound.ts';
import { PostOffice, runMailWork } from './testing.ts';

let office: PostOffice;
let helper: string;
let cases = 0;

beforeAll(async () => {
  office = await PostOffice.open();
  helper = newId();
  await office.deps.db
    .insertInto('baton.agents')
    .values({
      id: helper,
      name: 'Helper',
      email: 'helper@x.test',
      role: 'agent',
      created_at: new Date(),
    })
    .execute();
});
afterAll(() => office.close());
beforeEach(() => {
  office.relay.arrived.length = 0;
});

const run = <T>(
  act: (ctx: Parameters<Parameters<typeof runCommand>[2]>[0]) => Promise<T>,
  actor: Actor = office.head,
) => runCommand(office.deps, actor, act);

async function opened(): Promise<string> {
  cases += 1;
  const { case_id } = await office.arrive({ from: `back${cases}@x.test` });
  office.relay.arrived.length = 0;
  return case_id!;
}

async function answered(caseId: string, more: Partial<Reply> = {}) {
  const said = { caseId, text: 'Please restart it.', files: [], withdrawable: true, ...more };
  const { messageId } = await run((ctx) => reply(ctx, said));
  await runMailWork(office.deps);
  return messageId;
}

const takeBack = (caseId: string, message: string, actor = office.head) =>
  run((ctx) => withdrawMessage(ctx, { caseId, message }), actor);

const drafts = (caseId: string) =>
  draftsOf(office.deps.db, office.head.id!, { all: true }, { caseId, after: null, limit: 10 });

/** What a case is to those who look at it; not how often it was written to. */
async function standing(caseId: string) {
  const { version: _, taken_at: _taken, ...row } = await office.case(caseId);
  return row;
}

describe('a reply that can be taken back', () => {
  test('leaves after ten seconds, once', async () => {
    const caseId = await opened();
    const message = await answered(caseId);
    expect(await office.outbound(message)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(office.relay.arrived).toHaveLength(0);
    office.deps.clock.travel(heldMs);
    await runMailWork(office.deps);
    expect(office.relay.arrived).toHaveLength(1);
    await expect(takeBack(caseId, message)).rejects.toMatchObject({ code: 'too_late' });
  });

  test('taken back, it never arrives, and the case is as it was', async () => {
    const caseId = await opened();
    const before = await standing(caseId);
    const message = await answered(caseId, { waitUntil: new Date(Date.now() + 600 * minuteMs) });
    expect(await standing(caseId)).toMatchObject({ status: 'waiting' });
    await takeBack(caseId, message);
    expect(await standing(caseId)).toEqual(before);
    office.deps.clock.travel(minuteMs);
    await runMailWork(office.deps);
    await sendMessage(office.deps, message);
    const { id } = await office.outbound(message);
    await sendOutbound(office.deps, id);
    expect(office.relay.arrived).toHaveLength(0);
    expect(await office.outbound(message)).toMatchObject({ state: 'withdrawn', sent_at: null });
    expect((await drafts(caseId)).map(({ text }) => text)).toEqual(['Please restart it.']);
    await expect(takeBack(caseId, message)).rejects.toMatchObject({ code: 'wrong_status' });
  });

  test('taken back before the outbox had heard of it', async () => {
    const caseId = await opened();
    const said = { caseId, text: 'Wait.', files: [], withdrawable: true };
    const { messageId } = await run((ctx) => reply(ctx, said));
    await takeBack(caseId, messageId);
    await runMailWork(office.deps);
    office.deps.clock.travel(minuteMs);
    await runMailWork(office.deps);
    expect(office.relay.arrived).toHaveLength(0);
    expect(await office.outbound(messageId)).toMatchObject({ state: 'withdrawn' });
  });

  test('two servers, one that sends and one that takes back at the tenth second: one of them does', async () => {
    for (let round = 0; round < 5; round++) {
      const caseId = await opened();
      const message = await answered(caseId);
      const { id } = await office.outbound(message);
      office.deps.clock.travel(heldMs - 20);
      const [back] = await Promise.all([
        new Promise((resolve) => setTimeout(resolve, round * 10)).then(() =>
          takeBack(caseId, message).then(
            () => true,
            () => false,
          ),
        ),
        new Promise((resolve) => setTimeout(resolve, 20)).then(() =>
          Promise.all([sendOutbound(office.deps, id), sendOutbound(office.deps, id)]),
        ),
      ]);
      await runMailWork(office.deps);
      expect(office.relay.arrived).toHaveLength(back ? 0 : 1);
      office.relay.arrived.length = 0;
    }
  });

  test('by somebody else: there is none', async () => {
    const caseId = await opened();
    const message = await answered(caseId);
    const other: Actor = { kind: 'agent', id: helper, role: 'admin' };
    await expect(takeBack(caseId, message, other)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('where the customer has written meanwhile, only the message is taken back', async () => {
    const caseId = await opened();
    const message = await answered(caseId, { waitUntil: new Date(Date.now() + 600 * minuteMs) });
    const { number } = await office.case(caseId);
    await office.arrive({ from: `back${cases}@x.test`, Subject: `Again [#${number}]` });
    await takeBack(caseId, message);
    expect(await standing(caseId)).toMatchObject({ status: 'open', first_reply_met_at: null });
  });

  test('what was begun meanwhile comes after it', async () => {
    const caseId = await opened();
    const message = await answered(caseId, { html: '<p>One</p>' });
    const draft = { text: 'Two', files: [], template: null, version: 0 };
    await run((ctx) => keepDraft(ctx, { caseId, kind: 'reply', ...draft }));
    await takeBack(caseId, message);
    expect(await drafts(caseId)).toMatchObject([{ html: '<p>One</p><p>Two</p>' }]);
  });
});

describe('a solution that can be taken back', () => {
  const solved = async (caseId: string) => {
    const said = { caseId, text: 'A new one.', files: [], withdrawable: true, withdrawTasks: true };
    return (await run((ctx) => solveCase(ctx, said))).messageId;
  };

  test('the case is as before, with what helpers were asked', async () => {
    const caseId = await opened();
    const task = { agent: helper, what: 'Look for a spare one.' };
    await run((ctx) => askTask(ctx, { caseId, ...task }));
    const before = await standing(caseId);
    const solution = await solved(caseId);
    await takeBack(caseId, solution);
    expect(await standing(caseId)).toEqual(before);
    const tasks = office.deps.db
      .selectFrom('baton.tasks')
      .selectAll()
      .where('case_id', '=', caseId);
    expect((await tasks.where('state', '=', 'asked').execute()).map(({ what }) => what)).toEqual([
      'Look for a spare one.',
    ]);
    expect(await drafts(caseId)).toMatchObject([{ kind: 'solution', text: 'A new one.' }]);
  });

  test('once the customer has confirmed it, it stands', async () => {
    const caseId = await opened();
    const solution = await solved(caseId);
    await run((ctx) => confirmSolution(ctx, { caseId }), { kind: 'customer', id: null });
    await expect(takeBack(caseId, solution)).rejects.toMatchObject({ code: 'wrong_status' });
  });
});

test.each([...checks, ...casesChecks])(
  'in the end all is accounted for: $name',
  async ({ find }) => {
    expect(await find(office.deps)).toEqual([]);
  },
);
