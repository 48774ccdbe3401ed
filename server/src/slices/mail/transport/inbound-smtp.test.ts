import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDeps, testFolder, type TestDeps } from '../../../../test/deps.ts';
import { newId } from '../../../platform/ids.ts';
import { DiskFull } from '../../../platform/storage.ts';
import { foundCompany } from '../../people/index.ts';
import { foundChannel } from '../commands/found-channel.ts';
import { threadToken } from '../rules/thread-token.ts';
import { SmtpClient } from './testing.ts';
import { threadKeys } from '../thread-keys.ts';
import { type InboundSmtp, startInboundLmtp, startInboundSmtp } from './inbound-smtp.ts';

let deps: TestDeps;
let smtp: InboundSmtp;
let client: SmtpClient;

beforeAll(async () => {
  deps = await testDeps();
  await foundCompany(deps);
  await deps.db.transaction().execute((tx) => foundChannel(tx));
  smtp = await startInboundSmtp(deps);
});
afterAll(async () => smtp?.close());
beforeEach(async () => {
  client = await SmtpClient.open(smtp.port);
  return () => client.drop();
});

const to = ['support@acme.test'];

/** The rows of all messages accepted so far, newest last. */
async function accepted() {
  return deps.db.selectFrom('baton.inbound').selectAll().orderBy('id').execute();
}

async function last() {
  return (await accepted()).at(-1)!;
}

test('a message is kept byte for byte, and its work recorded, before it is acknowledged', async () => {
  const message = 'From: a@x.test\r\nSubject: x\r\n\r\n.dots\r\n..more\r\nend\r\n';
  const answer = await client.send(message, to);
  expect(answer.code).toBe(250);
  const row = await last();
  expect(answer.text).toContain(row.id);
  expect(row).toMatchObject({
    envelope_from: 'maria@customer.test',
    recipients: to,
    outcome: 'processing',
    door: 'smtp',
    remote_address: '127.0.0.1',
    raw_size: message.length,
  });
  expect(String(await deps.storage.read(row.raw_sha256))).toBe(message);
  const work = await deps.db
    .selectFrom('baton.work')
    .selectAll()
    .where('task', '=', 'mail.parse')
    .execute();
  expect(work.map(({ payload }) => payload)).toContainEqual({ inboundId: row.id });
});

describe('whatever a message looks like, its bytes are kept', () => {
  const nested = Array.from(
    { length: 200 },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
  );
  test.each([
    ['null bytes', 'Subject: a\0b\r\n\r\nx\0y\r\n'],
    ['a header of 1 MB', `X-Big: ${'a'.repeat(1 << 20)}\r\n\r\nx\r\n`],
    ['a line of 200 kB', `\r\n${'x'.repeat(200_000)}\r\n`],
    ['200 nested parts', `${nested.join('')}\r\nx\r\n`],
    ['no From, no body', 'Subject: x\r\n\r\n'],
    ['nothing', ''],
    [
      'bytes that are no text',
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7) % 256)).toString('latin1'),
    ],
  ])('%s', async (_what, text) => {
    const message = Buffer.from(text, 'latin1');
    expect((await client.send(message, to)).code).toBe(250);
    const row = await last();
    const kept = await deps.storage.read(row.raw_sha256);
    expect(kept.subarray(0, message.length).equals(message)).toBe(true);
    expect(kept.length - message.length).toBeLessThanOrEqual(2);
  });
});

test('a null return path is kept as one', async () => {
  expect((await client.send('Subject: x\r\n\r\nx', to, '')).code).toBe(250);
  expect((await last()).envelope_from).toBe('');
});

test('one mail to two of our addresses is one message', async () => {
  const before = (await accepted()).length;
  expect((await client.send('Subject: x\r\n\r\nx', [...to, 'hello@acme.test'])).code).toBe(250);
  expect((await accepted()).length).toBe(before + 1);
  expect((await last()).recipients).toEqual([...to, 'hello@acme.test']);
});

test('60 MB are refused: at once when announced, else when they have arrived', async () => {
  const before = (await accepted()).length;
  const announced = await client.say('MAIL FROM:<maria@customer.test> SIZE=62914560');
  expect(announced.code).toBe(552);
  const message = Buffer.alloc(60 * 1024 * 1024, 'x'.repeat(76) + '\r\n');
  expect((await client.send(message, to)).code).toBe(552);
  expect((await accepted()).length).toBe(before);
  expect(await readdir(join(deps.settings.storageFolder, 'unfinished'))).toEqual([]);
  // The connection is good for the next message.
  expect((await client.send('Subject: x\r\n\r\nx', to)).code).toBe(250);
}, 60_000);

test('of 10,000 recipients a hundred are taken, the others are asked to come again', async () => {
  await client.say('MAIL FROM:<maria@customer.test>');
  const codes = new Map<number, number>();
  for (let i = 0; i < 10_000; i++) {
    const { code } = await client.say(`RCPT TO:<u${i}@acme.test>`);
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  expect(Object.fromEntries(codes)).toEqual({ 250: 100, 452: 9900 });
  expect((await client.say('DATA')).code).toBe(354);
  expect((await client.data('Subject: x\r\n\r\nx')).code).toBe(250);
  expect((await last()).recipients).toHaveLength(100);
}, 60_000);

test('a sender who goes away in the middle leaves nothing behind', async () => {
  const before = (await accepted()).length;
  await client.say('MAIL FROM:<maria@customer.test>');
  await client.say('RCPT TO:<support@acme.test>');
  await client.say('DATA');
  await client.write(Buffer.from('Subject: half\r\n\r\nhalf a mess'));
  client.drop();
  await expect.poll(() => readdir(join(deps.settings.storageFolder, 'unfinished'))).toEqual([]);
  expect((await accepted()).length).toBe(before);
});

describe('what cannot be stored is not acknowledged', () => {
  async function answerWith(broken: Partial<TestDeps>): Promise<number> {
    const other = await startInboundSmtp({ ...deps, ...broken });
    const sender = await SmtpClient.open(other.port);
    try {
      return (await sender.send('Subject: x\r\n\r\nx', to)).code;
    } finally {
      sender.drop();
      await other.close();
    }
  }

  test('a full disk: 452', async () => {
    const put = () => Promise.reject(new DiskFull(new Error('ENOSPC')));
    expect(await answerWith({ storage: { ...deps.storage, put } })).toBe(452);
  });

  test('a store that cannot be written: 451', async () => {
    const put = () => Promise.reject(new Error('EIO'));
    expect(await answerWith({ storage: { ...deps.storage, put } })).toBe(451);
  });

  test('a database that is gone: 451', async () => {
    const gone = await testDeps();
    await gone.db.selectFrom('baton.company').select('one').execute();
    await gone.db.destroy();
    expect(await answerWith({ db: gone.db })).toBe(451);
  });
});

test('commands out of order and unknown ones get an answer', async () => {
  expect((await client.say('DATA')).code).toBe(503);
  expect((await client.say('RCPT TO:<support@acme.test>')).code).toBe(503);
  expect((await client.say('VRFY support')).code).toBe(252);
  expect((await client.say('AUTH PLAIN AGEAYg==')).code).toBeGreaterThanOrEqual(500);
  expect((await client.say('MAIL FROM:<a\u0001@x>')).code).toBe(501);
  expect((await client.say('NOOP')).code).toBe(250);
});

test('a sender that cannot be an address is refused; the null sender is welcome', async () => {
  const codes = [];
  for (const sender of ['', 'maria@customer.test', `${'m'.repeat(3500)}@x.test`]) {
    codes.push((await client.say(`MAIL FROM:<${sender}>`)).code);
    await client.say('RSET');
  }
  codes.push((await client.say(`MAIL FROM:<${'é'.repeat(125)}@x.test> SMTPUTF8`)).code);
  expect(codes).toEqual([250, 250, 553, 553]);
});

test('once a channel has an address, other recipients are refused', async () => {
  const brand = await deps.db.selectFrom('baton.brands').select('id').executeTakeFirstOrThrow();
  await deps.db
    .insertInto('baton.channels')
    .values({
      id: newId(),
      name: 'Support',
      address: 'Support@acme.test',
      brand_id: brand.id,
      created_at: new Date(),
    })
    .execute();
  await client.say('MAIL FROM:<maria@customer.test>');
  const token = threadToken(1001, threadKeys(deps.secrets));
  const codes = [];
  for (const recipient of [
    'support@acme.test',
    'support+x@acme.test',
    'who@acme.test',
    `old+${token}@acme.test`,
    'old+c1001-aaaaaaaaaaaa@acme.test',
    'postmaster',
  ]) {
    codes.push((await client.say(`RCPT TO:<${recipient}>`)).code);
  }
  expect(codes).toEqual([250, 250, 550, 250, 550, 250]);
});

test('with a certificate mail comes in encrypted', async () => {
  const fixture = (name: string) =>
    readFileSync(join(import.meta.dirname, '../../../../test/fixtures', name), 'utf8');
  const smtpTls = { key: fixture('localhost.key.pem'), cert: fixture('localhost.cert.pem') };
  const secure = await startInboundSmtp({ ...deps, settings: { ...deps.settings, smtpTls } });
  const sender = createTransport({
    host: '127.0.0.1',
    port: secure.port,
    requireTLS: true,
    tls: { rejectUnauthorized: false },
  });
  const sent = await sender.sendMail({ from: 'a@x.test', to: 'support@acme.test', text: 'hello' });
  expect(sent.response).toMatch(/^250 /);
  await secure.close();
});

describe('by LMTP', () => {
  const letter = { from: 'a@x.test', to: 'postmaster@acme.test', text: 'hello' };

  test.each(['a port', 'a socket'])('mail comes in through %s, the same way', async (what) => {
    const lmtp =
      what === 'a port'
        ? { host: '127.0.0.1', port: 0 }
        : { path: join(await testFolder(), 'lmtp.sock') };
    const door = (await startInboundLmtp({ ...deps, settings: { ...deps.settings, lmtp } }))!;
    const where = 'path' in lmtp ? connect(lmtp.path) : connect(door.port, '127.0.0.1');
    const sender = createTransport({ connection: where, lmtp: true });
    const sent = await sender.sendMail(letter);
    const row = await last();
    expect(sent.response).toContain(`Accepted as ${row.id}`);
    expect(row).toMatchObject({ door: 'lmtp', recipients: [letter.to], outcome: 'processing' });
    sender.close();
    await door.close();
  });

  test('a file that is no socket is nobody’s to take away', async () => {
    const path = join(await testFolder(), 'precious.txt');
    await writeFile(path, 'precious');
    const settings = { ...deps.settings, lmtp: { path } };
    await expect(startInboundLmtp({ ...deps, settings })).rejects.toThrow('EADDRINUSE');
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  test('a socket that a killed server left behind is taken over', async () => {
    const path = join(await testFolder(), 'lmtp.sock');
    const left = spawnSync(process.execPath, [
      '-e',
      'require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, 9))',
      path,
    ]);
    expect(left.signal).toBe('SIGKILL');
    const settings = { ...deps.settings, lmtp: { path } };
    const door = (await startInboundLmtp({ ...deps, settings }))!;
    await door.close();
  });

  test('it is off where no place is named', async () => {
    expect(await startInboundLmtp(deps)).toBeNull();
  });
});
