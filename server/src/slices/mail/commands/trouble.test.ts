import { expect, test } from 'vitest';
import { DiskFull } from '../../../platform/storage.ts';
import { isPassing } from './trouble.ts';

const withCode = (code: string) => Object.assign(new Error(code), { code });

test('what has nothing to do with a message is waited for', () => {
  const codes = ['EIO', 'ENOENT', 'ECONNREFUSED', '57P01', '53300', '08006', '40001', '55P03'];
  // What this server says of its connections, and the database of one that stood still meanwhile.
  codes.push('DATABASE_AWAY', 'DATABASE_LOST', '25P03');
  expect(codes.map(withCode).filter((error) => !isPassing(error))).toEqual([]);
  expect(isPassing(new DiskFull(new Error('ENOSPC')))).toBe(true);
});

test('what a message may cause itself is counted', () => {
  expect(
    ['54000', '22021', '23514', 'P0001', 'ERR_INVALID_ARG_TYPE'].map(withCode).some(isPassing),
  ).toBe(false);
  expect(isPassing(new TypeError('x is undefined'))).toBe(false);
});
