import { setTimeout as sleep } from 'node:timers/promises';
import type { Inbound, Outbound } from '@baton/contract';
import { expect, test } from 'vitest';
import { letter, SmtpClient } from '../bench/smtp-client.ts';
import { testFolder } from '../server/test/deps.ts';
import { freePorts } from '../server/test/free-ports.ts';
import { type Passing, relay, send } from '../server/test/passing-relay.ts';
import { administratorKey, batonCommand, listAll, type Server, startServer } from './server.ts';

/** Automatic mail that one correspondent gets within an hour (domain.md, invariant 11). */
const budget = 5;
/** So long must nothing happen until it counts as stopped. */
const calmMs = 4000;

type House = { server: Server; key: string; address: string; environment: Record<string, string> };

async function open(address: string, ports: number[], relay: number): Promise<House> {
  const environment = {
    DATA_DIR: await testFolder(),
    PORT: String(ports[0]),
    SMTP_PORT: String(ports[1]),
    SMTP_URL: `smtp://127.0.0.1:${relay}`,
  };
  const server = await startServer(environment);
  const key = await administratorKey(environment);
  const [channel] = await listAll<{ id: string }>(server, key, '/api/mail/channels');
  const response = await fetch(`${server.url}/api/mail/channels/${channel!.id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ address }),
  });
  if (!response.ok) throw new Error(await response.text());
  return { server, key, address, environment };
}

let passed = 0;

/** The mail as a relay hands it on that keeps nothing by which a machine or a thread is known. */
function stripped({ from, to, raw }: Passing): Passing {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const kept = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .filter((line) =>
      /^(From|To|Date|MIME-Version|Content-Type|Content-Transfer-Encoding):/i.test(line),
    );
  passed++;
  const own = [`Message-ID: <${passed}@stripped.example>`, `Subject: Message ${passed}`];
  return { from, to, raw: [[...kept, ...own].join('\r\n'), ...body].join('\r\n\r\n') };
}

/** Waits until nothing has come in for a while; gives what came. */
async function untilCalm(house: House): Promise<Inbound[]> {
  let before = -1;
  for (;;) {
    const all = await listAll<Inbound>(house.server, house.key, '/api/mail/inbound');
    if (all.length === before && all.every(({ outcome }) => outcome !== 'processing')) return all;
    before = all.length;
    await sleep(calmMs);
  }
}

async function left(house: House): Promise<Outbound[]> {
  const all = await listAll<Outbound>(house.server, house.key, '/api/mail/outbox');
  return all.filter(({ automatic, state }) => automatic && state !== 'suppressed');
}

async function expectHealthy(house: House): Promise<void> {
  const doctor = await batonCommand(house.environment, 'doctor');
  expect(doctor.code, doctor.output).toBe(0);
}

/** Two Batons, each the relay's other end for the other, by way of `change`. */
async function wired(change: (mail: Passing) => Passing): Promise<[House, House]> {
  const [a1, a2, b1, b2] = (await freePorts(4)) as [number, number, number, number];
  const toB = await relay((mail) => send(b2, change(mail)));
  const toA = await relay((mail) => send(a2, change(mail)));
  const a = await open('support@a.example', [a1, a2], toB.port);
  const b = await open('help@b.example', [b1, b2], toA.port);
  return [a, b];
}

/** Somebody at B writes to A, with the address of B. */
async function begin(a: House, b: House): Promise<void> {
  const client = await SmtpClient.connect(a.server.smtpPort);
  const { data } = letter('begin', 'x');
  const from = b.address;
  await client.send({
    from,
    to: a.address,
    data: data.replace(/^From: .*$/m, `From: ${from}`).replace(/^To: .*$/m, `To: ${a.address}`),
  });
  client.close();
}

test.concurrent('two Batons that write to each other stop at once', async () => {
  const [a, b] = await wired((mail) => mail);
  await begin(a, b);
  await sleep(calmMs);
  expect((await untilCalm(a)).map(({ outcome }) => outcome)).toEqual(['opened']);
  // The receipt of A reaches B, is known as automatic, and is answered by nothing.
  expect(await untilCalm(b)).toMatchObject([{ outcome: 'set_aside', reason: 'automatic_reply' }]);
  expect([(await left(a)).length, (await left(b)).length]).toEqual([1, 0]);
  await Promise.all([expectHealthy(a), expectHealthy(b)]);
}, 300_000);

test.concurrent('two Batons between which every sign is lost stop within their budget', async () => {
  const [a, b] = await wired(stripped);
  await begin(a, b);
  await sleep(calmMs);
  await untilCalm(a);
  const [atA, atB] = [await untilCalm(a), await untilCalm(b)];
  expect((await left(a)).length).toBeLessThanOrEqual(budget);
  expect((await left(b)).length).toBeLessThanOrEqual(budget);
  // One began it; each of the rest answers one automatic mail.
  expect(atA.length).toBeLessThanOrEqual(1 + budget);
  expect(atB.length).toBeLessThanOrEqual(budget);
  expect(atA.length + atB.length).toBeGreaterThan(2);
  await Promise.all([expectHealthy(a), expectHealthy(b)]);
}, 300_000);

test.concurrent('an answering machine that minds no header is answered within its budget', async () => {
  const ports = (await freePorts(2)) as [number, number];
  let answers = 0;
  const machine = await relay(async ({ to }) => {
    answers++;
    const head = [
      `From: Machine <${to[0]}>`,
      'To: support@a.example',
      `Message-ID: <answer.${answers}@machine.example>`,
      `Subject: I am not here (${answers})`,
    ];
    const raw = `${head.join('\r\n')}\r\n\r\nI have got your mail number ${answers}.\r\n`;
    await send(ports[1], { from: to[0]!, to: ['support@a.example'], raw });
  });
  const house = await open('support@a.example', ports, machine.port);
  await begin(house, { ...house, address: 'machine@machine.example' });
  await sleep(calmMs);
  const came = await untilCalm(house);
  expect((await left(house)).length).toBe(budget);
  expect(answers).toBe(budget);
  expect(came).toHaveLength(1 + budget);
  const suppressed = await listAll<Outbound>(
    house.server,
    house.key,
    '/api/mail/outbox?state=suppressed',
  );
  expect(suppressed).toMatchObject([{ reason: 'over_budget' }]);
  await expectHealthy(house);
}, 300_000);
