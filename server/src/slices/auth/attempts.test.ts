import { expect, test } from 'vitest';
import { askAs, type Reply, testServer } from '../../../test/http.ts';
import { firstAdministratorLink } from './index.ts';
import { hashPassword } from './passwords.ts';

const person = { name: 'Ioana', email: 'ioana@example.org', password: 'a long enough password' };
const noLink = `/api/sign-in-links/${'x'.repeat(43)}`;

test('one-time links cannot be guessed at: attempts are limited by network address', async () => {
  const { stranger } = await testServer();
  const replies: Reply[] = [];
  for (let attempt = 0; attempt < 21; attempt++) {
    replies.push(await stranger('POST', noLink, person));
  }
  expect(replies.slice(0, 20).every((reply) => reply.status === 404)).toBe(true);
  expect(replies[20]).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
  expect(Number(replies[20]!.headers['retry-after'])).toBeGreaterThan(0);
});

test('a stranger without a link has us do nothing dear', async () => {
  const { stranger } = await testServer();
  const costOf = async (work: () => Promise<unknown>) => {
    await work();
    const before = process.cpuUsage();
    for (let time = 0; time < 10; time++) await work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const ofHashes = await costOf(() => hashPassword(person.password));
  expect(await costOf(() => stranger('POST', noLink, person))).toBeLessThan(ofHashes);
});

test('signing in opens a session each time, whatever Idempotency-Key comes along', async () => {
  const { deps, stranger } = await testServer();
  const link = await firstAdministratorLink(deps);
  const taken = await stranger('POST', `/api/sign-in-links/${link!.split('/').at(-1)}`, {
    ...person,
    language: 'en',
    zone: 'UTC',
  });
  expect(taken.status).toBe(200);
  const { email, password } = person;
  const signIn = () =>
    stranger('POST', '/api/auth/sign-in/email', { email, password }, { 'idempotency-key': 'one' });
  const [first, second] = [await signIn(), await signIn()];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.headers['idempotency-replayed']).toBeUndefined();
  expect(second.headers['set-cookie']).not.toEqual(first.headers['set-cookie']);
});

test('changing the password twice with one request changes it once', async () => {
  const { app, admin, deps, stranger } = await testServer();
  await admin('PATCH', '/api/sign-in-rules', { secondFactorRequired: false });
  const link = await firstAdministratorLink(deps);
  const whole = { ...person, language: 'en', zone: 'UTC' };
  const taken = await stranger('POST', `/api/sign-in-links/${link!.split('/').at(-1)}`, whole);
  const [set] = [taken.headers['set-cookie'] ?? []].flat().map(String);
  const who = { cookie: set!.split(';', 1)[0]!, 'sec-fetch-site': 'same-origin' };
  const change = { currentPassword: person.password, newPassword: 'a new long password' };
  const again = () => askAs(app, who)('POST', '/api/auth/change-password', change);
  expect((await again()).status).toBe(204);
  expect(await again()).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
});

test('the description of the API says of each POST that it takes an Idempotency-Key, or why not', async () => {
  const { stranger } = await testServer();
  type Post = { description?: string; parameters?: { name: string }[] };
  const api = (await stranger('GET', '/api/openapi.json')).body as {
    paths: Record<string, { post?: Post }>;
  };
  const posts = Object.entries(api.paths).flatMap(([path, { post }]) =>
    post ? [[path, post] as const] : [],
  );
  const takes = (post: Post) => post.parameters?.some(({ name }) => name === 'Idempotency-Key');
  const without = posts.filter(([, post]) => !takes(post));
  expect(without.map(([path]) => path).toSorted()).toEqual([
    '/api/auth/authenticator',
    '/api/auth/authenticator/proof',
    '/api/auth/change-password',
    '/api/auth/confirmations',
    '/api/auth/passkey-questions',
    '/api/auth/passkeys',
    '/api/auth/passkeys/question',
    '/api/auth/password-resets',
    '/api/auth/recovery-codes',
    '/api/auth/second-factor',
    '/api/auth/sign-in/email',
    '/api/auth/sign-in/passkey',
    '/api/auth/sign-out',
    '/api/customers/{id}/references/{reference}/reveal',
    '/api/identity-provider/test',
    '/api/mail/brands/{id}/relay/test',
    '/api/mail/dkim-keys/{domain}/check',
    '/api/rules/trials',
    '/api/sign-in-links/{token}/password',
  ]);
  for (const [, post] of without)
    expect(post.description).toMatch(/^An Idempotency-Key is ignored: /);
});
