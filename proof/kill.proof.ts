import { chmod } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Inbound, Outbound } from '@baton/contract';
import type { account } from '@baton/contract';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { testFolder } from '../server/test/deps.ts';
import { freePorts } from '../server/test/free-ports.ts';
import { letter, SmtpClient } from '../bench/smtp-client.ts';
import { type Chance, chance as chanceOf } from './random.ts';
import { administratorKey, batonCommand, listAll, type Server, startServer } from './server.ts';

const letters = 500;
const kills = 10;
const senders = 4;

test('what was acknowledged becomes one case each, however often the server is killed', async () => {
  const chance = chanceOf('kill');
  const environment = await environmentOf();
  const post = new Post(Number(environment.SMTP_PORT));
  const sending = Promise.all(Array.from({ length: senders }, () => post.work()));
  for (let life = 0; life < kills; life++) {
    const server = await startServer(environment);
    post.release(Math.ceil((letters * (life + 1)) / (kills + 1)));
    await sleep(killedAfterMs(chance));
    await server.kill();
  }
  const server = await startServer(environment);
  post.release(letters);
  await sending;
  const key = await administratorKey(environment);
  const inbound = await untilDecided(server, key);

  expect(post.acknowledged.size).toBe(letters);
  const opened = inbound.filter(({ outcome }) => outcome === 'opened');
  expect(new Set(opened.map(({ messageId }) => messageId))).toEqual(new Set(post.acknowledged));
  expect(new Set(opened.map((message) => message.case)).size).toBe(letters);
  const others = inbound.filter(({ outcome }) => outcome !== 'opened');
  // Sent again because the server died between storing it and saying so.
  expect(others.filter(({ outcome }) => outcome !== 'duplicate')).toEqual([]);
  expect(await listAll(server, key, '/api/cases')).toHaveLength(letters);
  await expectBalance(server, key, inbound.length);
  await expectOneReceiptEach(server, key);
  const doctor = await batonCommand(environment, 'doctor');
  expect(doctor.code, doctor.output).toBe(0);
  process.stdout.write(`${post.attempts} attempts, ${others.length} sent twice\n`);
}, 300_000);

async function environmentOf() {
  const [port, smtpPort] = await freePorts(2);
  const folder = await testFolder();
  // As root the database runs as `nobody`, who must be able to pass.
  await chmod(folder, 0o711);
  return { DATA_DIR: folder, PORT: String(port), SMTP_PORT: String(smtpPort) };
}

/** Two letters of each customer. */
function customerOf(name: string): string {
  return `maria.${Number(name.split('.')[1]) % (letters / 2)}`;
}

/** From "hardly up" to "most of it done". */
function killedAfterMs(chance: Chance): number {
  return chance.next() < 0.3 ? chance.between(0, 100) : chance.between(100, 1500);
}

/** Senders that keep a letter until it was acknowledged, as mail servers do. */
class Post {
  readonly acknowledged = new Set<string>();
  attempts = 0;
  readonly #port: number;
  readonly #waiting = Array.from({ length: letters }, (_, index) => `kill.${index}`);
  #released = 0;

  constructor(port: number) {
    this.#port = port;
  }

  /** Lets so many letters out, those before included. */
  release(count: number): void {
    this.#released = count;
  }

  /** One sender: a connection after the other until everything is acknowledged. */
  async work(): Promise<void> {
    while (this.acknowledged.size < letters) {
      try {
        const client = await SmtpClient.connect(this.#port);
        await this.#sendAll(client).finally(() => client.close());
      } catch {
        await sleep(50);
      }
    }
  }

  async #sendAll(client: SmtpClient): Promise<void> {
    while (this.acknowledged.size < letters) {
      const name = letters - this.#waiting.length < this.#released && this.#waiting.shift();
      if (!name) {
        await sleep(10);
        continue;
      }
      this.attempts++;
      try {
        await client.send(letter(name, customerOf(name)));
        this.acknowledged.add(`<${name}@customer.example>`);
      } catch (error) {
        this.#waiting.unshift(name);
        throw error;
      }
    }
  }
}

async function untilDecided(server: Server, key: string): Promise<Inbound[]> {
  while ((await listAll(server, key, '/api/mail/inbound?outcome=processing')).length > 0) {
    await sleep(200);
  }
  return listAll<Inbound>(server, key, '/api/mail/inbound');
}

/** Received is the sum of the outcomes, on every day and channel. */
async function expectBalance(server: Server, key: string, received: number): Promise<void> {
  const response = await fetch(`${server.url}/api/mail/account`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const { items } = (await response.json()) as z.infer<typeof account>;
  for (const day of items) {
    const sum =
      day.opened +
      day.joined +
      day.setAside +
      day.bounces +
      day.loops +
      day.duplicates +
      day.processing;
    expect(day.received).toBe(sum);
  }
  expect(items.reduce((sum, day) => sum + day.received, 0)).toBe(received);
}

async function expectOneReceiptEach(server: Server, key: string): Promise<void> {
  const receipts = async () =>
    (await listAll<Outbound>(server, key, '/api/mail/outbox')).filter(
      ({ kind }) => kind === 'receipt',
    );
  await expect.poll(async () => (await receipts()).length, { timeout: 30_000 }).toBe(letters);
  expect(new Set((await receipts()).map((message) => message.case)).size).toBe(letters);
}
