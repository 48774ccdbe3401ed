import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { minuteMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import { instant, runCommand } from '../../platform/db.ts';
import { reply } from '../cases/commands/reply.ts';
import { checks } from './checks.ts';
import { processInbound } from './commands/process-inbound.ts';
import { recoverLostWork } from './jobs.ts';
import { stuckInbound } from './store/inbound.ts';
import { PostOffice, runMailWork } from './testing.ts';
import { broken, charsets } from './transport/ugly-mails.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await PostOffice.open();
});
afterAll(() => office.close());
beforeEach(() => {
  office.relay.arrived.length = 0;
  office.relay.refuseRecipient = () => null;
  office.relay.refuseMessage = () => null;
});

test('what cannot be processed stays visible with its reason, and its lost work is found again', async () => {
  const id = await office.hand(office.rawOf({ from: 'lost@x.test' }));
  const { raw_sha256 } = await office.inbound(id);
  const { storage } = office.deps;
  const file = join(office.deps.settings.storageFolder, raw_sha256.slice(0, 2), raw_sha256);
  const bytes = await storage.read(raw_sha256);
  await rm(file);
  await expect(runMailWork(office.deps)).rejects.toThrow('ENOENT');
  expect(await office.inbound(id)).toMatchObject({
    outcome: 'processing',
    reason: expect.stringContaining('raw_missing'),
  });

  await storage.put(bytes);
  expect(await recoverLostWork(office.deps)).toBe(0);
  office.deps.clock.travel(21 * minuteMs);
  expect(await recoverLostWork(office.deps)).toBe(1);
  await runMailWork(office.deps);
  expect(await office.inbound(id)).toMatchObject({ outcome: 'opened', reason: 'new' });
});

/** An address of so many letters that cannot be made shorter by packing it, as an index tries. */
function unlike(length: number): string {
  return `${randomBytes(length)
    .toString('base64url')
    .slice(0, length - 7)}@x.test`;
}

describe('no message stays without its outcome', () => {
  test.each([
    ['a Message-ID of 898 letters of three bytes', { 'Message-ID': `<${'件'.repeat(898)}>` }, {}],
    ['a sender of 3,500 letters', { From: null }, { from: unlike(3500) }],
    ['a sender that is none', { From: null }, { from: 'nobody' }],
  ])('%s', async (_, headers, handed) => {
    const raw = Object.entries(headers).map(([name, value]) => `${name}: ${value ?? ''}\r\n`);
    const mail = Buffer.from(`${raw.join('')}Subject: odd\r\n\r\nIt is broken.\r\n`);
    const row = await office.arrive(mail, handed);
    expect(row).toMatchObject({ outcome: 'opened', header_message_id: null });
    expect((await office.messages(row.case_id))[0]!.text).toBe('It is broken.');
  });

  test('nobody can claim to be the unknown sender, nor is anything sent there', async () => {
    const mail = (n: number, more = '') => Buffer.from(`Subject: ${n}${more}\r\n\r\nNumber ${n}.`);
    const first = await office.arrive(mail(1), { from: 'x' });
    const { number } = await office.case(first.case_id);
    const second = await office.arrive(mail(2, ` [#${number}]`), { from: 'y' });
    expect(second).toMatchObject({ outcome: 'opened', reason: 'unknown_sender' });
    expect(office.relay.arrived).toHaveLength(0);
  });

  test('what fails again and again opens a case from its envelope, with the original', async () => {
    const poison = '<poison@x.test>';
    // As an index does that cannot hold a value: whenever the outcome is to be written down.
    await office.deps.pool.query(`
      create function baton.choke() returns trigger language plpgsql as $$
      begin raise exception 'choked on %', new.header_message_id; end $$;
      create trigger choke before update on baton.inbound for each row
        when (new.header_message_id = '${poison}') execute function baton.choke()`);
    const headers = { from: 'poison@x.test', 'Message-ID': poison, Subject: 'Do not choke' };
    const id = await office.hand(office.rawOf(headers), { from: 'poison@x.test' });
    for (let attempt = 1; attempt <= 4; attempt++) {
      await expect(processInbound(office.deps, id)).rejects.toThrow('choked');
      expect(await office.inbound(id)).toMatchObject({ outcome: 'processing', attempts: attempt });
    }
    await processInbound(office.deps, id);
    const row = await office.inbound(id);
    expect(row).toMatchObject({ outcome: 'opened', reason: 'could_not_be_processed' });
    expect(await office.case(row.case_id)).toMatchObject({ subject: 'Do not choke' });
    const [message] = await office.messages(row.case_id);
    expect(message).toMatchObject({
      author_address: 'poison@x.test',
      text: 'It does not start any more since yesterday evening.',
    });
    const files = await office.deps.db
      .selectFrom('baton.message_files as m')
      .innerJoin('baton.files as f', 'f.id', 'm.file_id')
      .select('f.sha256')
      .where('m.message_id', '=', message!.id)
      .execute();
    expect(files).toEqual([{ sha256: row.raw_sha256 }]);
    await runMailWork(office.deps);
    expect(office.relay.arrived).toHaveLength(0);
  });

  test('messages tried in vain do not hide one that was never tried', async () => {
    const hopeless = await office.hand(office.rawOf({ from: 'hopeless@x.test' }));
    const waiting = await office.hand(office.rawOf({ from: 'waiting@x.test' }));
    await office.deps.db.deleteFrom('baton.work').execute();
    const now = await instant(office.deps.db, office.deps);
    const at = (ms: number) => plus(now, ms);
    await office.deps.db
      .updateTable('baton.inbound')
      .set({ tried_at: at(3 * minuteMs) })
      .where('id', '=', hopeless)
      .execute();
    expect(await stuckInbound(office.deps.db, at(4 * minuteMs), 1)).toEqual([waiting]);
    expect(await stuckInbound(office.deps.db, at(2 * minuteMs), 9)).toEqual([waiting]);
    for (const id of [hopeless, waiting]) await processInbound(office.deps, id);
    await runMailWork(office.deps);
  });
});

test('answers whose work was lost are found again: a receipt, a reply', async () => {
  const id = await office.hand(office.rawOf({ from: 'forgotten@x.test' }));
  await processInbound(office.deps, id);
  const { case_id } = await office.inbound(id);
  await office.deps.db.deleteFrom('baton.work').execute();
  await runCommand(office.deps, office.head, (ctx) =>
    reply(ctx, { caseId: case_id!, text: 'Please restart it.', files: [] }),
  );
  await office.deps.db.deleteFrom('baton.work').execute();
  expect(await recoverLostWork(office.deps)).toBe(0);
  office.deps.clock.travel(21 * minuteMs);
  expect(await recoverLostWork(office.deps)).toBe(2);
  await runMailWork(office.deps);
  expect(
    office.relay.arrived.filter(({ mail }) => mail.text!.includes('Please restart it.')),
  ).toHaveLength(1);
  expect(office.relay.arrived).toHaveLength(2);
  expect(await recoverLostWork(office.deps)).toBe(0);
});

test('whatever arrives gets its outcome', async () => {
  const ugly = [...Object.entries(charsets), ...Object.entries(broken)];
  for (const [name, [raw]] of ugly) {
    const row = await office.arrive(raw, { from: `ugly-${name.replace(/\W/g, '')}@x.test` });
    expect([name, row.outcome]).not.toContain('processing');
  }
}, 60_000);

test.each(checks)('in the end all is accounted for: $name', async ({ find }) => {
  expect(await find(office.deps)).toEqual([]);
});
