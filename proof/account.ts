import { setTimeout as sleep } from 'node:timers/promises';
import { type account, type Inbound, inboundOutcomes } from '@baton/contract';
import { expect } from 'vitest';
import type { z } from 'zod';
import { testFolder } from '../server/test/deps.ts';
import { freePorts } from '../server/test/free-ports.ts';
import type { Dovecot } from '../server/test/dovecot.ts';
import { type Door, doorsOf, type House } from './doors.ts';
import { type Mixed, mixOf, ours } from './mixed-letters.ts';
import { type Chance, chance as chanceOf } from './random.ts';
import { administratorKey, batonCommand, listAll, type Server, startServer } from './server.ts';

/** How many letters, unless `LETTERS=10000` asks for more, and how long that may take. */
export function askedFor(usual: number): { letters: number; mostMs: number } {
  const letters = Number(process.env['LETTERS']) || usual;
  return { letters, mostMs: Math.max(240_000, letters * 120) };
}

/**
 * Mixed letters come in by all doors while the server is killed now and then; afterwards each is
 * accounted for. With a Dovecot some come by a mailbox in it, which Baton reads.
 * @returns what `doctor` says in the end
 */
export async function proveAccount(letters: number, dovecot?: Dovecot): Promise<string> {
  const kills = Math.ceil(letters / 250);
  const chance = chanceOf('account');
  const [port, smtpPort, lmtpPort] = await freePorts(3);
  const environment = {
    DATA_DIR: await testFolder(),
    PORT: String(port),
    SMTP_PORT: String(smtpPort),
    LMTP_LISTEN: String(lmtpPort),
    ...(dovecot && { FETCH_INSIDE: '127.0.0.1' }),
  };
  let server = await startServer(environment);
  const key = await administratorKey(environment);
  await giveAddress(server, key);
  if (dovecot) await giveMailbox(server, key, dovecot);
  const house = { smtpPort: Number(smtpPort), lmtpPort: Number(lmtpPort), environment, dovecot };
  const post = new Post(mixOf(letters, chance), house);
  const sending = post.work();
  for (let life = 1; life <= kills; life++) {
    post.release(Math.ceil((letters * life) / (kills + 1)));
    await sleep(killedAfterMs(chance));
    await server.kill();
    server = await startServer(environment);
  }
  post.release(letters);
  await sending;
  const inbound = await untilDecided(server, key, post.acknowledged.length);

  expectEachLetter(inbound, post);
  const byDoor = Map.groupBy(inbound, ({ door }) => door);
  expect([...byDoor.keys()].toSorted()).toEqual(
    doorsOf(house)
      .map(({ name }) => name)
      .toSorted(),
  );
  await expectBalance(server, key, inbound);
  const doctor = await batonCommand(environment, 'doctor');
  const counts = inboundOutcomes.map(
    (outcome) => `${outcome} ${inbound.filter((one) => one.outcome === outcome).length}`,
  );
  const shares = [...byDoor].map(([door, rows]) => `${rows.length} by ${door}`);
  process.stdout.write(
    `${letters} letters, ${kills} kills, ${inbound.length} received (${shares.join(', ')}): ` +
      `${counts.join(', ')}\n`,
  );
  return doctor.output;
}

/** Mail from this address is from then on our own that comes back. */
async function giveAddress(server: Server, key: string): Promise<void> {
  const [brand] = await listAll<{ id: string }>(server, key, '/api/brands');
  const response = await fetch(`${server.url}/api/brands/${brand!.id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ address: ours }),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** A channel for our address, whose mail is fetched from a mailbox, too. */
async function giveMailbox(server: Server, key: string, dovecot: Dovecot): Promise<void> {
  const send = async (method: 'POST' | 'PUT', path: string, body: unknown) => {
    const response = await fetch(`${server.url}/api/mail/channels${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as { id: string };
  };
  const { id } = await send('POST', '', { name: 'Help', address: ours });
  await send('PUT', `/${id}/mailbox`, {
    host: '127.0.0.1',
    port: dovecot.ports.imap,
    security: 'plain',
    username: ours,
    login: { kind: 'password', password: 'secret' },
  });
}

/** From "hardly up" to "most of it done". */
function killedAfterMs(chance: Chance): number {
  return chance.next() < 0.3 ? chance.between(0, 100) : chance.between(200, 2000);
}

/** Mail servers that keep a letter until it was acknowledged, some at each door. */
class Post {
  readonly acknowledged: Mixed[] = [];
  /** How often each letter was sent, acknowledged or not. */
  attempts = 0;
  readonly #waiting: Mixed[];
  readonly #count: number;
  readonly #house: House;
  #released = 0;
  #taken = 0;

  constructor(mix: Mixed[], house: House) {
    this.#waiting = [...mix];
    this.#count = mix.length;
    this.#house = house;
  }

  /** Lets so many letters out, those before included. */
  release(count: number): void {
    this.#released = count;
  }

  async work(): Promise<void> {
    const senders = doorsOf(this.#house).flatMap((door) =>
      Array.from({ length: door.senders }, () => this.#sendBy(door)),
    );
    await Promise.all(senders);
  }

  async #sendBy(door: Door): Promise<void> {
    while (this.acknowledged.length < this.#count) {
      try {
        const open = await door.open(this.#house);
        await this.#sendAll(open.send.bind(open)).finally(() => open.close());
      } catch {
        // Nobody listens, or the server died meanwhile: mail servers come again.
        await sleep(50);
      }
    }
  }

  async #sendAll(send: (letter: Mixed['letter']) => Promise<void>): Promise<void> {
    while (this.acknowledged.length < this.#count) {
      const one = this.#taken < this.#released ? this.#waiting.shift() : undefined;
      if (!one) {
        await sleep(10);
        continue;
      }
      this.#taken++;
      this.attempts++;
      try {
        await send(one.letter);
        this.acknowledged.push(one);
      } catch (error) {
        this.#taken--;
        this.#waiting.unshift(one);
        throw error;
      }
    }
  }
}

/** Until all that was acknowledged is there, also what is still to be fetched, and decided. */
async function untilDecided(server: Server, key: string, least: number): Promise<Inbound[]> {
  for (;;) {
    const inbound = await listAll<Inbound>(server, key, '/api/mail/inbound');
    const isDecided = inbound.every(({ outcome }) => outcome !== 'processing');
    if (isDecided && inbound.length >= least) return inbound;
    await sleep(500);
  }
}

/** Among so many there are letters of every outcome; a storm takes many of them. */
const enoughForAll = 1000;

/** By which a letter is known again: its name in the subject, which copies share. */
const nameIn = (subject: string | null) => /\((mixed\.\d+)\)/.exec(subject ?? '')?.[1] ?? 'none';

/** Each that was acknowledged is there, as often as it was; none is there that nobody sent. */
function expectEachLetter(inbound: Inbound[], post: Post): void {
  const sent = Map.groupBy(post.acknowledged, ({ letter }) =>
    nameIn(/^Subject: (.*)$/m.exec(letter.data)![1]!),
  );
  const there = Map.groupBy(inbound, ({ subject }) => nameIn(subject));
  for (const [name, copies] of sent) {
    expect(there.get(name)?.length ?? 0, name).toBeGreaterThanOrEqual(copies.length);
  }
  for (const [name, rows] of there) {
    expect(sent.has(name), name).toBe(true);
    // One effect (invariant 6), however often it came.
    const effects = rows.filter(({ outcome }) => outcome === 'opened' || outcome === 'joined');
    expect(effects.length, name).toBeLessThanOrEqual(1);
  }
  // Sent again because the server died between storing a letter and saying so.
  expect(inbound.length).toBeGreaterThanOrEqual(post.acknowledged.length);
  expect(inbound.length).toBeLessThanOrEqual(post.attempts);
  if (post.acknowledged.length < enoughForAll) return;
  const outcomes = new Set(inbound.map(({ outcome }) => outcome));
  expect([...outcomes].toSorted()).toEqual(
    inboundOutcomes.filter((one) => one !== 'processing').toSorted(),
  );
}

/** Received is the sum of the outcomes, on every day and channel, and what was listed. */
async function expectBalance(server: Server, key: string, inbound: Inbound[]): Promise<void> {
  const response = await fetch(`${server.url}/api/mail/account`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const { items } = (await response.json()) as z.infer<typeof account>;
  expect(items.filter(({ difference }) => difference !== 0)).toEqual([]);
  const sum = (part: 'received' | 'opened' | 'held' | 'duplicates') =>
    items.reduce((all, line) => all + line[part], 0);
  const listed = (outcome: Inbound['outcome']) =>
    inbound.filter((one) => one.outcome === outcome).length;
  expect(sum('received')).toBe(inbound.length);
  expect([sum('opened'), sum('held'), sum('duplicates')]).toEqual([
    listed('opened'),
    listed('held'),
    listed('duplicate'),
  ]);
}
