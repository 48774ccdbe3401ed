import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TokenServer } from '../../../../../test/token-server.ts';
import { runCommand } from '../../../../platform/db.ts';
import { unseal } from '../../../../platform/sealed.ts';
import { setMailbox } from '../../commands/set-mailbox.ts';
import { testChannel, tryMailbox } from '../../commands/test-channel.ts';
import { placeOfSecret } from '../credentials.ts';
import { ownerOfMailbox } from './login.ts';
import { MailHouse, until } from './testing.ts';

const tokens = new TokenServer();
let endpoint: string;
let house: MailHouse;
beforeAll(async () => {
  endpoint = await tokens.start();
  house = await MailHouse.open({ introspection: `${endpoint}/introspect` });
  house.read();
});
afterAll(() => tokens.stop());

const answered = (id: string) =>
  until(
    () => house.mailbox(id),
    ({ checked_at }) => checked_at !== null,
  );

// The token server writes into a token whose it is: the scope says so.
const oauth2 = (user: string, more = {}) => ({
  kind: 'oauth2' as const,
  tokenUrl: `${endpoint}/token`,
  grant: 'refresh_token' as const,
  clientId: 'baton',
  refreshToken: tokens.refreshToken,
  scope: user,
  ...more,
});

describe('OAuth2', () => {
  test('with a refresh token, which is replaced and kept sealed', async () => {
    const user = 'refresh@acme.test';
    const given = tokens.refreshToken;
    const id = await house.channel(user, { login: oauth2(user) });
    await answered(id);
    await house.dovecot.deliver(user, house.letter('By refresh token'));
    await until(
      () => house.inbound(id),
      (rows) => rows.length === 1,
    );
    const { refresh_token_sealed: sealed } = await house.mailbox(id);
    expect(tokens.refreshToken).not.toBe(given);
    expect(
      unseal(house.deps.secrets, placeOfSecret(ownerOfMailbox(id), 'refresh_token'), sealed!),
    ).toBe(tokens.refreshToken);
    expect(sealed).not.toContain(tokens.refreshToken);
  });

  test('a token that lives on is used again, one that was revoked is asked for anew', async () => {
    const user = 'again@acme.test';
    const id = await house.channel(user, { login: oauth2(user) });
    await answered(id);
    const before = tokens.asked.length;
    expect((await testChannel(house.deps, id)).mailbox).toMatchObject({ trouble: null });
    expect(tokens.asked.length).toBe(before);
    tokens.revoke();
    expect((await testChannel(house.deps, id)).mailbox?.trouble?.code).toBe('refused_token');
    expect((await testChannel(house.deps, id)).mailbox).toMatchObject({ trouble: null });
    expect(tokens.asked.length).toBe(before + 1);
  });

  test('with client credentials', async () => {
    const user = 'client@acme.test';
    const login = oauth2(user, {
      grant: 'client_credentials',
      clientSecret: 'client-secret',
      refreshToken: undefined,
    });
    const id = await house.channel(user, { login });
    await answered(id);
    await house.dovecot.deliver(user, house.letter('By client credentials'));
    await until(
      () => house.inbound(id),
      (rows) => rows.length === 1,
    );
    expect(tokens.asked.at(-1)).toMatchObject({ grant_type: 'client_credentials', scope: user });
  });

  test('a refresh token that is no longer taken is told', async () => {
    const login = oauth2('x@acme.test', { refreshToken: 'used up' });
    const { mailbox } = await tryMailbox(house.deps, house.settings('x@acme.test', { login }));
    expect(mailbox?.trouble).toMatchObject({
      code: 'refused_grant',
      said: 'invalid_grant: Ask the owner again.',
    });
  });
});

describe('a mailbox that does not work says why', () => {
  test.each([
    ['a wrong password', { login: { kind: 'password', password: 'wrong' } }, 'refused_password'],
    ['a folder that is not there', { folder: 'Nowhere' }, 'no_folder'],
    ['a port where nobody listens', { port: 1 }, 'refused_connection'],
    ['a name that does not exist', { host: 'mail.invalid', security: 'tls' }, 'no_such_host'],
    ['no TLS outside', { host: '192.0.2.1' }, 'plain_outside'],
  ] as const)('%s', async (_what, change, code) => {
    const settings = house.settings('support@acme.test', change);
    const { mailbox } = await tryMailbox(house.deps, settings);
    expect(mailbox?.trouble?.code).toBe(code);
    expect(JSON.stringify(mailbox)).not.toContain('wrong');
  });

  test('a certificate that nobody vouches for, and the wrong kind of TLS', async () => {
    const { imap, imaps } = house.dovecot.ports;
    const place = { host: 'localhost', security: 'tls' } as const;
    const codeOf = async (change: object) => {
      const settings = house.settings('support@acme.test', { ...place, ...change });
      return (await tryMailbox(house.deps, settings)).mailbox?.trouble?.code;
    };
    expect(await codeOf({ port: imaps })).toBe('certificate');
    expect(await codeOf({ port: imap, security: 'starttls' })).toBe('certificate');
    expect(await codeOf({ port: imap })).toBe('no_tls');
    const known = getCACertificates('default');
    const file = new URL('../../../../../test/fixtures/localhost.cert.pem', import.meta.url);
    setDefaultCACertificates([...known, readFileSync(file, 'utf8')]);
    try {
      expect(await codeOf({ port: imaps })).toBeUndefined();
      expect(await codeOf({ port: imap, security: 'starttls' })).toBeUndefined();
    } finally {
      setDefaultCACertificates(known);
    }
  });

  test('while it is read, too, and at once when it is set right', async () => {
    const user = 'wrong@acme.test';
    const wrong = { login: { kind: 'password' as const, password: 'wrong' } };
    const id = await house.channel(user, wrong);
    const { trouble, trouble_said } = await until(
      () => house.mailbox(id),
      ({ trouble: code }) => code !== null,
    );
    expect(trouble).toBe('refused_password');
    expect(trouble_said).toContain('Authentication failed');
    await runCommand(house.deps, house.office.head, (ctx) =>
      setMailbox(ctx, id, house.settings(user)),
    );
    await answered(id);
    expect((await house.mailbox(id)).trouble).toBeNull();
  });
});
