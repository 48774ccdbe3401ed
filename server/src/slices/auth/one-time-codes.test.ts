import { describe, expect, test } from 'vitest';
import {
  authenticatorUri,
  base32,
  bytesOfBase32,
  codeOfStep,
  matchingStep,
  stepOf,
} from './one-time-codes.ts';

const secret = Buffer.from('12345678901234567890');

describe('one-time codes', () => {
  // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
  test.each([
    ['1970-01-01T00:00:59Z', '287082'],
    ['2005-03-18T01:58:29Z', '081804'],
    ['2005-03-18T01:58:31Z', '050471'],
    ['2009-02-13T23:31:30Z', '005924'],
    ['2033-05-18T03:33:20Z', '279037'],
    ['2603-10-11T11:33:20Z', '353130'],
  ])('at %s it is %s', (at, code) => {
    expect(codeOfStep(secret, stepOf(new Date(at)))).toBe(code);
  });

  test.each([
    ['now', 0, null, 0],
    ['thirty seconds ago', -1, null, -1],
    ['thirty seconds ahead', 1, null, 1],
    ['a minute ago', -2, null, null],
    ['now, but used', 0, 0, null],
    ['of before the one that was used', -1, 0, null],
    ['of after the one that was used', 1, 0, 1],
  ])('a code of %s', (_, offset, used, expected) => {
    const now = new Date('2026-03-04T10:24:00Z');
    const step = stepOf(now);
    const code = codeOfStep(secret, step + offset);
    const found = matchingStep(secret, code, now, used === null ? null : step + used);
    expect(found).toBe(expected === null ? null : step + expected);
  });

  // RFC 4648, §10.
  test.each([
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foobar', 'MZXW6YTBOI'],
  ])('base32 of %s is %s', (text, written) => {
    expect(base32(Buffer.from(text))).toBe(written);
    expect(bytesOfBase32(written).toString()).toBe(text);
  });

  test('an authenticator reads who it is for', () => {
    expect(authenticatorUri('MZXW6', 'ana@nordlys.example')).toBe(
      'otpauth://totp/Baton%3Aana%40nordlys.example?secret=MZXW6&issuer=Baton',
    );
  });
});
