import { expect, test } from 'vitest';
import { csv } from './csv.ts';
import { readCsv } from './csv-read.ts';

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells);

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
  expect(cellsOf(text)).toEqual(rows);
});

test('what was written is read again', () => {
  const rows = [
    ['+40 721', '=sum(1)', 'a,b'],
    ['"', 'two\nlines', '-'],
  ];
  expect(cellsOf(csv(['x', 'y', 'z'], rows))).toEqual([['x', 'y', 'z'], ...rows]);
});

test('a row tells the line on which it begins, and can be cut out as it stands', () => {
  const text = '\ufeffa;b\r\n\r\n"two\r\nlines";1\r\n;\r\n2;\r\n3;';
  expect(readCsv(text).map(({ line, source }) => [line, source])).toEqual([
    [1, 'a;b'],
    [3, '"two\nlines";1'],
    [6, '2;'],
    [7, '3;'],
  ]);
});
