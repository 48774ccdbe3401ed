import { expect, test } from 'vitest';
import { checkedSender } from './sender-check.ts';

const good = { result: 'pass', aligned: true };
const foreign = { result: 'pass', aligned: false };

test.each([
  ['DMARC holds', { spf: 'fail', dkim: [], dmarc: 'pass' }, true, 'passed'],
  ['its own signature holds', { spf: 'none', dkim: [good], dmarc: 'none' }, false, 'passed'],
  ['DMARC fails straight from the host', { spf: 'fail', dkim: [], dmarc: 'fail' }, true, 'failed'],
  ['DMARC fails behind a relay', { spf: 'fail', dkim: [], dmarc: 'fail' }, false, 'unknown'],
  ['the host may not send', { spf: 'fail', dkim: [], dmarc: 'none' }, true, 'failed'],
  ['it was passed on by a list', { spf: 'fail', dkim: [foreign], dmarc: 'none' }, true, 'unknown'],
  ['there was no answer', { spf: 'temperror', dkim: [], dmarc: 'temperror' }, true, 'unknown'],
  ['nobody says anything', { spf: 'none', dkim: [], dmarc: 'none' }, true, 'unknown'],
] as const)('%s', (_, results, sawHost, expected) => {
  expect(checkedSender({ ...results, dkim: [...results.dkim] }, sawHost)).toBe(expected);
});
