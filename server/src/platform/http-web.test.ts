import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDeps, testFolder } from '../../test/deps.ts';
import { serveDesk } from './http-web.ts';
import { openHttp } from './http.ts';

async function desk(folder: string) {
  const app = await openHttp(await testDeps(), async () => null);
  await serveDesk(app, folder);
  await app.ready();
  return app;
}

async function built(): Promise<string> {
  const folder = await testFolder();
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'run();');
  await writeFile(join(folder, 'icon.svg'), '<svg/>');
  const page =
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>';
  await writeFile(join(folder, 'index.html'), page);
  return folder;
}

test('every address of the desk is its page, with a fresh nonce that the policy names', async () => {
  const app = await desk(await built());
  const nonces = new Set<string>();
  for (const url of ['/', '/cases/1', '/welcome/abc', '/index.html', '/missing.png']) {
    const { statusCode, headers, body } = await app.inject({ url });
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const [, nonce] = /nonce="([^"]+)"/.exec(body)!;
    expect(body).not.toContain('__CSP_NONCE__');
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    nonces.add(nonce!);
  }
  expect(nonces.size).toBe(5);
});

test('assets are kept for a year, other files looked up at each use', async () => {
  const app = await desk(await built());
  const asset = await app.inject({ url: '/assets/main-1a2b.js' });
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(asset.headers['content-type']).toContain('javascript');
  expect((await app.inject({ url: '/icon.svg' })).headers['cache-control']).toBe('no-cache');
  expect((await app.inject({ url: '/assets/gone.js' })).statusCode).toBe(404);
});

test.each([
  ['/..%2f..%2fpackage.json', 200],
  ['/assets/..%2f..%2f..%2fetc/passwd', 404],
  ['/%00', 200],
  ['/api/nothing', 404],
])('%s leads nowhere', async (url, status) => {
  const app = await desk(await built());
  const answer = await app.inject({ url });
  expect(answer.statusCode).toBe(status);
  expect(answer.body).not.toContain('"name"');
});

test('a desk that is not built yet says so', async () => {
  const app = await desk('/nowhere');
  const { statusCode, body } = await app.inject({ url: '/' });
  expect(statusCode).toBe(503);
  expect(body).toContain('npm run -w web build');
});
