import pino from 'pino';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { openLog, readable } from './log.ts';

function record(): { stream: NodeJS.WriteStream; text: () => string } {
  const stream = new PassThrough();
  const chunks: string[] = [];
  stream.on('data', (chunk) => chunks.push(String(chunk)));
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => chunks.join('') };
}

test('programs get JSON lines, and no secret is among them', () => {
  const { stream, text } = record();
  const headers = { authorization: 'Bearer hidden', cookie: 'hidden', accept: '*/*' };
  openLog('info', stream).info({ req: { headers }, password: 'hidden', token: 'hidden' }, 'asked');
  expect(JSON.parse(text())).toMatchObject({ msg: 'asked', req: { headers: { accept: '*/*' } } });
  expect(text()).not.toContain('hidden"');
  expect(text()).not.toContain('Bearer');
});

test('a person gets the time, the sentence and what is known besides', () => {
  let shown = '';
  const out = { write: (text: string) => (shown += text) };
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, readable(out));
  log.info('Baton is ready.');
  log.warn({ size: 3 }, 'Slow.');
  log.error({ err: new Error('broken') }, 'Failed.');
  expect(shown).toMatch(/^\d\d:\d\d:\d\d Baton is ready\.\n\d\d:\d\d:\d\d warn: Slow\. size=3\n/);
  expect(shown).toContain('error: Failed.\nError: broken');
});
