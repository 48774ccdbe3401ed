import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askAs } from '../../../test/http.ts';
import { buildApp } from '../../app.ts';
import { createKey } from '../auth/index.ts';
import { PostOffice } from './testing.ts';
import { type AskDns, checkSender } from './transport/check-sender.ts';
import { emptyLetter } from './rules/letter.ts';

// What Baton signs is checked by the checker that we use for what arrives, with the DNS in a table.

let office: PostOffice;
let admin: ReturnType<typeof askAs>;
beforeAll(async () => {
  office = await PostOffice.open();
  const app = await buildApp(office.deps);
  const key = await createKey(office.deps, { name: 'admin', role: 'admin' });
  admin = askAs(app, { authorization: `Bearer ${key}` });
  return () => app.close();
});
afterAll(() => office.close());
beforeEach(() => {
  office.relay.arrived.length = 0;
});

const dns =
  (records: Record<string, string>): AskDns =>
  (name, type) => {
    const record = type === 'TXT' ? records[name] : undefined;
    return record === undefined
      ? Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }))
      : Promise.resolve([[record]]);
  };

/** Whether the sender of a message, as it arrived, is who it says. */
async function check(raw: string, remoteAddress: string | null, ask: AskDns) {
  const file = await office.deps.storage.put(Buffer.from(raw));
  const signed = /^dkim-signature:/im.test(raw);
  const headers = signed ? [{ name: 'dkim-signature', value: 'v=1' }] : [];
  const sent = { raw: file, remoteAddress, envelopeFrom: '' };
  return checkSender(office.deps.storage, { ...emptyLetter, headers }, sent, ask);
}

describe('mail of a domain with a key', () => {
  test('is signed, so that others can check it, from the next message on', async () => {
    const opened = await office.arrive({ from: 'first@x.test' });
    const { sender } = await office.outbound((await office.messages(opened.case_id)).at(-1)!.id);
    const domain = sender.split('@')[1]!;
    expect(office.relay.arrived[0]!.raw).not.toMatch(/^DKIM-Signature:/im);

    const made = await admin('POST', '/api/mail/dkim-keys', { domain });
    expect(made.body.record.name).toBe(`baton._domainkey.${domain}`);
    expect(JSON.stringify(made.body)).not.toContain('PRIVATE');
    office.relay.arrived.length = 0;
    await office.arrive({ from: 'second@x.test' });
    const { raw } = office.relay.arrived[0]!;
    expect(raw).toMatch(/^DKIM-Signature:/im);
    expect(raw).not.toMatch(/^List-Unsubscribe:/im);

    const { name, value } = made.body.record;
    expect(await check(raw, null, dns({ [name]: value }))).toBe('passed');
    expect(
      await check(raw.replace(/\r\n\r\n/, '\r\n\r\nForged. '), null, dns({ [name]: value })),
    ).toBe('unknown');
    expect(await check(raw, null, dns({}))).toBe('unknown');

    expect((await admin('POST', '/api/mail/dkim-keys', { domain })).body.code).toBe(
      'already_exists',
    );
    expect((await admin('DELETE', `/api/mail/dkim-keys/${domain}`)).status).toBe(204);
    office.relay.arrived.length = 0;
    await office.arrive({ from: 'third@x.test' });
    expect(office.relay.arrived[0]!.raw).not.toMatch(/^DKIM-Signature:/im);
  });

  test('is refused a key that cannot sign', async () => {
    const wrong = { domain: 'acme.test', privateKey: '-----BEGIN PRIVATE KEY-----\nno' };
    const { status, body } = await admin('POST', '/api/mail/dkim-keys', wrong);
    expect([status, body.errors[0].path]).toEqual([400, 'privateKey']);
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const half = { ...wrong, privateKey: publicKey.export({ type: 'spki', format: 'pem' }) };
    const refused = await admin('POST', '/api/mail/dkim-keys', half);
    expect([refused.status, refused.body.errors?.[0].path]).toEqual([400, 'privateKey']);
    const odd = await admin('POST', '/api/mail/dkim-keys', { domain: 'no domain' });
    expect(odd.body.errors[0].path).toBe('domain');
  });
});

describe('a message straight from a host outside', () => {
  const raw = 'From: Maria <maria@bank.example>\r\nSubject: x\r\n\r\nHello\r\n';
  const strict = {
    'bank.example': 'v=spf1 ip4:192.0.2.1 -all',
    '_dmarc.bank.example': 'v=DMARC1; p=reject',
  };
  const from = (ip: string) =>
    office.deps.storage
      .put(Buffer.from(raw))
      .then((file) =>
        checkSender(
          office.deps.storage,
          emptyLetter,
          { raw: file, remoteAddress: ip, envelopeFrom: 'maria@bank.example' },
          dns(strict),
        ),
      );

  test('is believed or not by what the domain says of its hosts', async () => {
    expect(await from('192.0.2.1')).toBe('passed');
    expect(await from('198.51.100.7')).toBe('failed');
    expect(await from('10.0.0.7')).toBe('unknown');
  });

  test('is not read a thousand times for a thousand signatures', async () => {
    let asked = 0;
    const ask: AskDns = (name, type) => {
      asked += 1;
      return dns(strict)(name, type);
    };
    const headers = Array.from({ length: 1000 }, (_, n) => ({
      name: 'dkim-signature',
      value: `v=1; a=rsa-sha256; d=x.test; s=a; l=${n}; h=from; bh=YQ==; b=YQ==`,
    }));
    const signed = headers.map(({ value }) => `DKIM-Signature: ${value}\r\n`).join('') + raw;
    const file = await office.deps.storage.put(Buffer.from(signed));
    const sent = { raw: file, remoteAddress: '192.0.2.1', envelopeFrom: 'maria@bank.example' };
    const letter = { ...emptyLetter, headers };
    expect(await checkSender(office.deps.storage, letter, sent, ask)).toBe('failed');
    expect(asked).toBe(0);
  });
});
