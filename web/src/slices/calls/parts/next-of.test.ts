import type { CallMarkKind } from '@baton/contract';
import { expect, it } from 'vitest';
import { nextOf } from './next-of.ts';

it.each<[CallMarkKind[], string | null, string[]]>([
  [['dialled'], 'reached', ['held', 'ended']],
  [['dialled', 'held'], 'reached', ['resumed', 'ended']],
  [['reached'], 'ended', ['held']],
  [['dialled', 'reached', 'held'], 'resumed', ['ended']],
  [['reached', 'held', 'resumed'], 'ended', ['held']],
  [['reached', 'ended'], null, []],
])('after %j the button says %s', (marks, main, others) => {
  expect(nextOf(marks)).toEqual({ main, others });
});
