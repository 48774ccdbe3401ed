import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '../../kernel/duration.ts';
import { runCommand } from '../../platform/db.ts';
import { mergeCase } from '../cases/commands/merge-case.ts';
import { addParticipant, answerStranger, removeParticipant } from '../cases/commands/people.ts';
import { splitMessage } from '../cases/commands/split-message.ts';
import { unmergeCase } from '../cases/commands/unmerge-case.ts';
import { checks as caseChecks } from '../cases/checks.ts';
import { participantsOfCase } from '../cases/store/people.ts';
import { checks } from './checks.ts';
import { PostOffice, runMailWork } from './testing.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
});
afterAll(() => office.close());
beforeEach(() => {
  office.relay.arrived.length = 0;
});

let cases = 0;
/** A customer of their own with a case: its id, its number, and the address for answers. */
async function caseOf(name: string, headers: Record<string, string> = {}) {
  cases += 1;
  const address = `${name}${cases}@customer.test`;
  const row = await office.arrive({ from: `${name} <${address}>`, ...headers }, { from: address });
  const receipt = office.relay.arrived.find(({ to }) => to.includes(address))!;
  const { number } = await office.case(row.case_id);
  const replyTo = receipt.mail.replyTo!.value[0]!.address!;
  office.relay.arrived.length = 0;
  return { id: row.case_id!, number, address, replyTo, messageId: row.message_id!, row };
}

const as = <T>(act: Parameters<typeof runCommand<T>>[2]) =>
  runCommand(office.deps, office.head, act);

async function answer(from: string, to: string, more: Record<string, string> = {}) {
  return office.arrive({ from, to: [to], Subject: 'Re: it', ...more }, { from, to: [to] });
}

const people = async (caseId: string) =>
  (await participantsOfCase(office.deps.db, caseId))
    .filter(({ leftAt }) => leftAt === null)
    .map(({ address, role }) => `${role} ${address}`);

describe('people in copy', () => {
  test('get replies and nothing automatic, answer as participants, and can be let go', async () => {
    const opened = await caseOf('maria', { Cc: 'ion@friends.test' });
    expect(await people(opened.id)).toEqual(
      [`customer ${opened.address}`, 'copied ion@friends.test'].toSorted().toReversed(),
    );
    await office.reply(opened.id);
    expect(office.relay.arrived[0]!.to.toSorted()).toEqual(
      [opened.address, 'ion@friends.test'].toSorted(),
    );
    const joined = await answer('ion@friends.test', opened.replyTo);
    expect(joined).toMatchObject({ outcome: 'joined', case_id: opened.id });
    expect((await office.messages(opened.id)).at(-1)).toMatchObject({ author_kind: 'participant' });

    await as((ctx) =>
      addParticipant(ctx, { caseId: opened.id, address: 'Eva@Friends.test', name: 'Eva' }),
    );
    const ion = (await participantsOfCase(office.deps.db, opened.id)).find(
      ({ address }) => address === 'ion@friends.test',
    );
    await as((ctx) => removeParticipant(ctx, { caseId: opened.id, participant: ion!.id }));
    office.relay.arrived.length = 0;
    await office.reply(opened.id);
    expect(office.relay.arrived[0]!.to.toSorted()).toEqual(
      [opened.address, 'eva@friends.test'].toSorted(),
    );
    await as((ctx) =>
      addParticipant(ctx, { caseId: opened.id, address: 'ion@friends.test', name: null }),
    );
    expect(await people(opened.id)).toContain('copied ion@friends.test');
  });
});

describe('an unknown sender with our token', () => {
  test('joins marked as one, and gets nothing until the owner admits them', async () => {
    const opened = await caseOf('maria');
    const row = await answer('stranger@elsewhere.test', opened.replyTo, {
      Cc: 'more@elsewhere.test',
    });
    expect(row).toMatchObject({ outcome: 'joined', case_id: opened.id });
    expect(await people(opened.id)).toEqual([`customer ${opened.address}`]);
    const message = row.message_id!;
    await as((ctx) => answerStranger(ctx, { caseId: opened.id, message, admit: false }));
    expect(await people(opened.id)).toEqual([`customer ${opened.address}`]);
    await as((ctx) => answerStranger(ctx, { caseId: opened.id, message, admit: true }));
    expect(await people(opened.id)).toContain('copied stranger@elsewhere.test');
    await office.reply(opened.id);
    expect(office.relay.arrived[0]!.to).toContain('stranger@elsewhere.test');
    await expect(
      as((ctx) => answerStranger(ctx, { caseId: opened.id, message, admit: true })),
    ).rejects.toMatchObject({ code: 'wrong_status' });
  });
});

describe('a message that belongs to another problem', () => {
  test('opens a case of its own, and what answers it goes there', async () => {
    const opened = await caseOf('maria', { Cc: 'ion@friends.test' });
    const row = await answer('ion@friends.test', opened.replyTo, { Subject: 'My modem' });
    office.relay.arrived.length = 0;
    const split = await as((ctx) =>
      splitMessage(ctx, { caseId: opened.id, message: row.message_id! }),
    );
    await runMailWork(office.deps);
    expect(await office.case(split)).toMatchObject({ subject: 'My modem', status: 'open' });
    expect(await people(split)).toEqual(['customer ion@friends.test']);
    expect(await office.messages(split)).toMatchObject([
      { copy_of: row.message_id, author_kind: 'customer' },
      { kind: 'receipt' },
    ]);
    const [receipt] = office.relay.arrived;
    expect(receipt!.to).toEqual(['ion@friends.test']);
    expect(receipt!.mail.inReplyTo).toBe(row.header_message_id);
    expect(receipt!.mail.from!.value[0]!.address).toBe('support@acme.test');

    // With the old token still, but in answer to the message that was split off.
    const later = await answer('ion@friends.test', opened.replyTo, {
      'In-Reply-To': row.header_message_id!,
    });
    expect(later).toMatchObject({ outcome: 'joined', case_id: split });
    const other = await answer(opened.address, opened.replyTo);
    expect(other).toMatchObject({ outcome: 'joined', case_id: opened.id });
    await expect(
      as((ctx) => splitMessage(ctx, { caseId: opened.id, message: row.message_id! })),
    ).rejects.toMatchObject({ code: 'wrong_status' });
  });

  test('gets no receipt when it is old', async () => {
    const opened = await caseOf('maria');
    const row = await answer(opened.address, opened.replyTo);
    office.deps.clock.travel(3 * dayMs);
    office.relay.arrived.length = 0;
    await as((ctx) => splitMessage(ctx, { caseId: opened.id, message: row.message_id! }));
    await runMailWork(office.deps);
    expect(office.relay.arrived).toEqual([]);
  });
});

describe('merged cases', () => {
  test('later mail follows through every merge, both customers hear, and all of it can be undone', async () => {
    const first = await caseOf('maria');
    const second = await caseOf('ivan');
    const third = await caseOf('anna');
    await as((ctx) => mergeCase(ctx, { caseId: first.id, into: second.id }));
    await runMailWork(office.deps);
    expect(await office.case(first.id)).toMatchObject({
      status: 'merged',
      owner_id: null,
      merged_into: second.id,
    });
    const [told] = office.relay.arrived;
    expect(told!.to).toEqual([first.address]);
    expect(told!.mail.text).toContain('together with another case');
    expect(told!.mail.text).not.toContain(String(second.number));
    expect(await people(second.id)).toContain(`copied ${first.address}`);

    const joined = await answer(first.address, first.replyTo, { text: 'Any news of mine?' });
    expect(joined).toMatchObject({ outcome: 'joined', case_id: second.id });
    await as((ctx) => mergeCase(ctx, { caseId: second.id, into: third.id }));
    const further = await answer(first.address, first.replyTo, { text: 'And now?' });
    expect(further).toMatchObject({ outcome: 'joined', case_id: third.id });
    expect(await people(third.id)).toContain(`copied ${first.address}`);

    office.deps.clock.travel(30 * hourMs);
    await as((ctx) => unmergeCase(ctx, { caseId: first.id }));
    const back = await office.case(first.id);
    expect(back).toMatchObject({ status: 'open', owner_id: office.head.id, merged_into: null });
    const texts = (await office.messages(first.id)).map(({ text }) => text);
    expect(texts.filter((text) => /Any news|And now/.test(text))).toEqual([
      'Any news of mine?',
      'And now?',
    ]);
    expect(await people(third.id)).not.toContain(`copied ${first.address}`);
    const again = await answer(first.address, first.replyTo);
    expect(again).toMatchObject({ outcome: 'joined', case_id: first.id });
    // By the token of the case with which it had been merged: back where it belongs.
    const astray = await answer(first.address, second.replyTo);
    expect(astray).toMatchObject({ outcome: 'joined', case_id: first.id });
  });

  test('of one customer, who hears of both at all addresses', async () => {
    const first = await caseOf('maria');
    const again = await office.arrive(
      { from: first.address, Subject: 'Once more' },
      { from: first.address },
    );
    await as((ctx) => mergeCase(ctx, { caseId: again.case_id!, into: first.id }));
    expect(await people(first.id)).toEqual([`customer ${first.address}`]);
  });

  test('are refused where it would make a circle', async () => {
    const first = await caseOf('maria');
    const second = await caseOf('ivan');
    await as((ctx) => mergeCase(ctx, { caseId: first.id, into: second.id }));
    for (const [caseId, into] of [
      [second.id, first.id],
      [first.id, second.id],
      [second.id, second.id],
    ] as const) {
      await expect(as((ctx) => mergeCase(ctx, { caseId, into }))).rejects.toMatchObject({
        code: 'wrong_status',
      });
    }
  });
});

test('what was forwarded says who wrote it at first', async () => {
  const text =
    'FYI\r\n\r\n---------- Forwarded message ---------\r\nFrom: Zoe <zoe@customer.test>\r\nDate: Tue, 3 Mar 2026\r\nSubject: Router\r\nTo: <tom@acme.test>\r\n\r\nBroken.';
  const row = await office.arrive({ from: 'tom@acme-desk.test', Subject: 'Fwd: Router', text });
  expect((await office.messages(row.case_id))[0]).toMatchObject({
    forwarded_name: 'Zoe',
    forwarded_address: 'zoe@customer.test',
  });
});

test('everything is accounted for after all of it', async () => {
  for (const check of [...checks, ...caseChecks]) {
    const found = await check.find(office.deps);
    expect([check.name, check.name === 'It goes up' ? [] : found]).toEqual([check.name, []]);
  }
});
