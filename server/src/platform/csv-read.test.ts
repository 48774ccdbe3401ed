import { expect, test } from 'vitest';
import { csv } from './csv.ts';
import { readCsv } from './csv-read.ts';

test.each([
  [
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '\ufeffa;b\n1;"2;3"',
    [
      ['a', 'b'],
      ['1', '2;3'],
    ],
  ],
  [
    'a\tb\r1\t',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'a,b\n"say ""yes""","two\nlines"\n\n,\n',
    [
      ['a', 'b'],
      ['say "yes"', 'two\nlines'],
    ],
  ],
  ["a\n'+40721\n'tis", [['a'], ['+40721'], ["'tis"]]],
  ['a\n"never closed', [['a'], ['never closed']]],
  ['', []],
])('%j is read', (text, rows) => {
  expect(readCsv(text)).toEqual(rows);
});

test('what was written is read again', () => {
  const rows = [
    ['+40 721', '=sum(1)', 'a,b'],
    ['"', 'two\nlines', '-'],
  ];
  expect(readCsv(csv(['x', 'y', 'z'], rows))).toEqual([['x', 'y', 'z'], ...rows]);
});
