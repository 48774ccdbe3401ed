import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { afterThisFile } from '../test/cleanup.ts';
import { type Ask, askAs } from '../test/http.ts';
import { buildApp } from './app.ts';
import { instant } from './platform/db.ts';
import type { App } from './platform/http-types.ts';
import { newId } from './platform/ids.ts';
import { createKey } from './slices/auth/index.ts';
import { upkeep } from './slices/letters/index.ts';
import { doLetterWork } from './slices/letters/testing.ts';
import { PostOffice } from './slices/mail/testing.ts';

let office: PostOffice;
let app: App;
let ask: Ask;
beforeAll(async () => {
  office = await PostOffice.open({ FETCH_INSIDE: '127.0.0.1' });
  app = await buildApp(office.deps);
  ask = await asKey('admin');
});
afterAll(async () => {
  await app.close();
  await office.close();
});

async function asKey(role: 'admin' | 'agent'): Promise<Ask> {
  const key = { name: role, role };
  return askAs(app, { authorization: `Bearer ${await createKey(office.deps, key)}` });
}

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A letter with HTML and a picture of its own; gives its message as the desk has it. */
async function arrives(html: string) {
  const name = newId();
  const letter = [
    `From: Maria <${name}@x.test>\r\nTo: support@acme.test\r\nMessage-ID: <${name}@x.test>`,
    `Date: ${new Date().toUTCString()}\r\nSubject: Broken`,
    'Content-Type: multipart/related; boundary=b\r\n',
    '--b\r\nContent-Type: text/html; charset=utf-8\r\n',
    `${html}\r\n--b`,
    'Content-Type: image/png; name="logo.png"\r\nContent-ID: <logo@x>',
    `Content-Transfer-Encoding: base64\r\nContent-Disposition: inline\r\n\r\n${pixel}\r\n--b--`,
  ];
  const { case_id } = await office.arrive(Buffer.from(letter.join('\r\n')), {
    from: `${name}@x.test`,
  });
  const messages = async () =>
    (await ask('GET', `/api/cases/${case_id}/messages`)).body.items as {
      id: string;
      letter: { ready: boolean } | null;
    }[];
  const { id } = (await messages())[0]!;
  return { id, message: async () => (await messages()).find((one) => one.id === id)! };
}

test('a letter is made safe once, and shown on a page that may do nothing', async () => {
  const { id, message } = await arrives(
    '<p>It <b>broke</b>.</p><img src="cid:logo@x"><script>steal()</script>',
  );
  const early = await ask('GET', `/api/messages/${id}/letter`);
  expect([early.status, (await message()).letter]).toMatchObject([404, { ready: false }]);
  expect(await doLetterWork(office.deps)).toBeGreaterThan(0);
  expect((await message()).letter).toMatchObject({ ready: true, plain: false, cut: false });

  const page = await ask('GET', `/api/messages/${id}/letter?look=dark&language=ru`);
  expect(page.status).toBe(200);
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; " +
      "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; " +
      "frame-ancestors 'self'",
    'x-frame-options': 'SAMEORIGIN',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
  });
  expect(page.body).toContain('<html lang="ru" class="dark">');
  expect(page.body).toContain(`It <b>broke</b>.</p><img src="data:image/png;base64,${pixel}"`);
  expect(page.body).not.toContain('steal');
});

test('only whoever sees the case sees the letter, and has its pictures loaded', async () => {
  const { id } = await arrives('<p>It <b>broke</b>.</p>');
  await doLetterWork(office.deps);
  const elsewhere = await asKey('agent');
  expect((await elsewhere('GET', `/api/messages/${id}/letter`)).status).toBe(404);
  expect((await elsewhere('POST', `/api/messages/${id}/pictures`, {})).status).toBe(404);
});

test('pictures from elsewhere are fetched when somebody asks for them, and only pictures', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    if (request.url === '/away') response.writeHead(302, { location: '/a.png' });
    response.end(request.url === '/no' ? '<svg></svg>' : Buffer.from(pixel, 'base64'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterThisFile(async () => void server.close());
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { id, message } = await arrives(
    ['/a.png', '/away', '/no'].map((path) => `<img src="${host}${path}">`).join('') +
      '<img src="https://localhost/inside.png"><img src="http://plain.example/x.png">',
  );
  await doLetterWork(office.deps);
  expect((await message()).letter).toMatchObject({ pictures: { unasked: 5 } });
  const page = async () => String((await ask('GET', `/api/messages/${id}/letter`)).body);
  expect(await page()).not.toContain('src="');
  expect(asked).toEqual([]);

  const loading = await ask('POST', `/api/messages/${id}/pictures`, {});
  expect(loading).toMatchObject({
    status: 202,
    body: { letter: { pictures: { unasked: 0, loading: 5, failed: 0 } } },
  });
  await ask('POST', `/api/messages/${id}/pictures`, {});
  await doLetterWork(office.deps);
  expect((await message()).letter).toMatchObject({ pictures: { loading: 0, failed: 3 } });
  expect((await page()).split(`src="data:image/png;base64,${pixel}"`)).toHaveLength(3);
  expect(asked.toSorted()).toEqual(['/a.png', '/a.png', '/away', '/no']);
});

test('what an older sanitiser made is not shown, and made again', async () => {
  const { id, message } = await arrives('<p>It <i>broke</i>.</p>');
  await doLetterWork(office.deps);
  await office.deps.pool.query(`update baton.safe_letters set version = 0, html = '<p>old</p>'`);
  expect((await ask('GET', `/api/messages/${id}/letter`)).status).toBe(404);
  const now = await instant(office.deps.db, office.deps);
  await upkeep(office.deps, now, new AbortController().signal);
  expect((await message()).letter).toMatchObject({ ready: true });
  expect((await ask('GET', `/api/messages/${id}/letter`)).body).toContain('It <i>broke</i>.');

  await office.deps.pool.query('update baton.messages set html_sha256 = null');
  await upkeep(office.deps, now, new AbortController().signal);
  const left = await office.deps.pool.query('select from baton.safe_letters');
  expect(left.rowCount).toBe(0);
});
