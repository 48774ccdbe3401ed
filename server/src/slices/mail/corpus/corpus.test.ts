import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAs, type Ask } from '../../../../test/http.ts';
import { buildApp } from '../../../app.ts';
import { dayMs } from '../../../kernel/duration.ts';
import type { App } from '../../../platform/http-types.ts';
import { createKey } from '../../auth/index.ts';
import { sweep } from '../../cases/jobs.ts';
import { PostOffice, runMailWork } from '../testing.ts';
import { type InboundSmtp, startInboundSmtp } from '../transport/inbound-smtp.ts';
import { closeReader } from '../transport/read-apart.ts';
import { SmtpClient } from '../transport/testing.ts';
import { type Expected, type Specimen, specimens } from './expected.ts';

/** Fixed, so that the messages of the corpus can carry the tokens of the first cases. */
const secret = 'for-the-corpus-of-mail-and-nothing-else-0001';
const support = 'support@acme.example';

const corpus = await specimens();
let office: PostOffice;
let door: InboundSmtp;
let app: App;
let ask: Ask;
let authorization: string;
const accepted = new Map<string, string>();

beforeAll(async () => {
  office = await PostOffice.open({ SECRET: secret });
  const { deps } = office;
  await deps.db.updateTable('baton.channels').set({ address: support }).execute();
  app = await buildApp(deps);
  const key = { name: 'corpus', role: 'admin', agentId: office.head.id! } as const;
  authorization = `Bearer ${await createKey(deps, key)}`;
  ask = askAs(app, { authorization });
  door = await startInboundSmtp(deps);
  await handInAll();
}, 120_000);
afterAll(async () => {
  await door.close();
  await app.close();
  await closeReader();
  await office.close();
});

/** Compares a message of a case as the API presents it with what the corpus expects. */
async function asPresented(inbound: { id: string; case: string }, expected: Expected) {
  const { body: found } = await ask('GET', `/api/cases/${inbound.case}`);
  const { body: page } = await ask('GET', `/api/cases/${inbound.case}/messages?limit=100`);
  const message = page.items.find((one: { inbound: string }) => one.inbound === inbound.id);
  const { text = [], not = [], quoted, signature, files } = expected;
  for (const part of text) expect(message.text).toContain(part);
  for (const part of not) expect(message.text).not.toContain(part);
  if (expected.said !== undefined) expect(message.text).toBe(expected.said);
  holds(message.quoted, quoted);
  holds(message.signature, signature);
  const subject = expected.outcome === 'opened' ? found.subject : message.subject;
  const shown = {
    case: found.number,
    subject,
    name: message.author.name,
    author: message.author.kind,
    language: message.language,
    automatic: message.automatic,
    fileCount: message.files.length,
  };
  const keys = Object.keys(shown).filter((key) => expected[key as keyof Expected] !== undefined);
  expect(shown).toMatchObject(
    Object.fromEntries(keys.map((key) => [key, expected[key as keyof Expected]])),
  );
  if (files) {
    const told = message.files.map((file: Record<string, unknown>, index: number) =>
      [file['name'], file['type'], file['size']].slice(0, files[index]?.length ?? 3),
    );
    expect(told).toEqual(files);
  }
  if (expected.linked !== undefined) {
    const links = found.links.map((one: { number: number }) => one.number);
    expect(links).toContain(expected.linked);
  }
  if (expected.participants) {
    const copied = await office.deps.db
      .selectFrom('baton.participants')
      .select('address')
      .where('case_id', '=', inbound.case)
      .where('role', '!=', 'customer')
      .execute();
    expect(copied.map(({ address }) => address).toSorted()).toEqual(expected.participants);
  }
}

function holds(part: string | null, wanted: string[] | null | undefined): void {
  if (wanted === null) expect(part).toBeNull();
  for (const piece of wanted ?? []) expect(part).toContain(piece);
}

/** Hands a message in at the SMTP door; gives the id under which it was accepted. */
async function hand({ raw, expected: { envelope, utf8 } }: Specimen): Promise<string> {
  const client = await SmtpClient.open(door.port);
  const from = envelope.from ?? 'somebody@corpus.example';
  const answer = await client.send(raw, envelope.to ?? [support], from, utf8 ? ' SMTPUTF8' : '');
  client.drop();
  expect(answer).toMatchObject({ code: 250 });
  return /Accepted as ([0-9a-f-]{36})/.exec(answer.text)![1]!;
}

/** Those that others point at one after the other, then all the rest, several at once. */
async function handInAll(): Promise<void> {
  const first = corpus.filter(({ expected }) => expected.begins);
  for (const one of first) {
    accepted.set(one.path, await hand(one));
    await runMailWork(office.deps);
    if (one.expected.begins === 'closed') await close(accepted.get(one.path)!);
  }
  const rest = corpus.filter(({ expected }) => !expected.begins);
  await severalAtOnce(async () => {
    for (let one = rest.shift(); one; one = rest.shift()) accepted.set(one.path, await hand(one));
  });
  await severalAtOnce(() => runMailWork(office.deps));
}

async function severalAtOnce(work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: 4 }, work));
}

async function close(inboundId: string): Promise<void> {
  const { body: inbound } = await ask('GET', `/api/mail/inbound/${inboundId}`);
  const solved = await ask('POST', `/api/cases/${inbound.case}/solution`, { text: 'Mended.' });
  expect(solved.body.status).toBe('solved');
  office.deps.clock.travel(8 * dayMs);
  await sweep(office.deps);
}

test('there are as many as were promised', () => {
  expect(corpus.length).toBeGreaterThan(150);
});

test.each(corpus.map((one) => [one.path, one] as const))('%s', async (path, { raw, expected }) => {
  const id = accepted.get(path);
  const { body: inbound } = await ask('GET', `/api/mail/inbound/${id}`);
  const { outcome, reason, sender } = expected;
  expect(inbound).toMatchObject({ outcome, ...(reason && { reason }), ...(sender && { sender }) });
  const url = `/api/mail/inbound/${id}/raw`;
  const original = await app.inject({ url, headers: { authorization } });
  expect(original.rawPayload.equals(raw)).toBe(true);
  if (outcome === 'opened' || outcome === 'joined') await asPresented(inbound, expected);
});
