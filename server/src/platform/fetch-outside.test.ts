import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { afterThisFile } from '../../test/cleanup.ts';
import { fetchOutside } from './fetch-outside.ts';

const nothingInside = { fetchInside: [] };

/** A server inside; counts whoever gets through to it. */
async function insideServer(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterThisFile(async () => void server.close());
  const { port } = server.address() as AddressInfo;
  return { port, asked: () => asked };
}

test.each([
  ['127.0.0.1', 'inside'],
  ['localhost', 'inside'],
  ['[::1]', 'inside'],
  ['[::ffff:127.0.0.1]', 'inside'],
  ['2130706433', 'inside'],
  ['0x7f.1', 'inside'],
  ['10.0.0.1', 'inside'],
  ['169.254.169.254', 'inside'],
  ['100.64.0.1', 'inside'],
  ['[fd00:ec2::254]', 'inside'],
  ['0.0.0.0', 'inside'],
])('never asks an address inside: %s', async (host, code) => {
  await expect(fetchOutside(nothingInside, `https://${host}/`)).rejects.toMatchObject({ code });
});

test.each([
  ['http://93.184.215.14/', 'not_encrypted'],
  ['ftp://93.184.215.14/', 'not_web'],
  ['file:///etc/passwd', 'not_web'],
  ['nothing', 'not_web'],
])('asks by https only: %s', async (address, code) => {
  await expect(fetchOutside(nothingInside, address)).rejects.toMatchObject({ code });
});

test('asks a host inside that the operator named, and no other', async () => {
  const { port, asked } = await insideServer((request, response) => {
    void text(request).then((body) => response.end(`${request.method} ${body}`));
  });
  const named = { fetchInside: ['127.0.0.1'] };
  const ask = { method: 'POST', body: 'grüezi' } as const;
  const answer = await fetchOutside(named, `http://127.0.0.1:${port}/token`, ask);
  expect(answer).toMatchObject({ status: 200, text: 'POST grüezi' });
  await expect(fetchOutside(named, `http://localhost:${port}/`)).rejects.toThrow('https only');
  await expect(fetchOutside(named, `https://localhost:${port}/`)).rejects.toThrow('inside');
  expect(asked()).toBe(1);
});

test('follows nobody elsewhere, and reads no answer without end', async () => {
  const named = { fetchInside: ['127.0.0.1'] };
  const away = await insideServer((_request, response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
  });
  expect(await fetchOutside(named, `http://127.0.0.1:${away.port}/`)).toMatchObject({
    status: 302,
  });
  const endless = await insideServer((_request, response) => {
    const more = () => {
      if (!response.destroyed) response.write('x'.repeat(64 * 1024), () => setImmediate(more));
    };
    more();
  });
  const asked = fetchOutside(named, `http://127.0.0.1:${endless.port}/`);
  await expect(asked).rejects.toThrow('larger than 1 MB');
});
