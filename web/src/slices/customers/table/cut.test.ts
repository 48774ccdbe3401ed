import type { CustomerImport } from '@baton/contract';
import { expect, test } from 'vitest';
import { cutTable, faultOf, linesOf } from './cut.ts';

const heading = 'name;mail';
const people = (count: number) =>
  Array.from({ length: count }, (_, place) => `Person ${place};p${place}@x.test`);

test.each([
  [0, []],
  [1, [1]],
  [200, [200]],
  [450, [200, 200, 50]],
])('a table of %i rows is cut into parts of %j', (count, sizes) => {
  const { parts, rows } = cutTable([heading, ...people(count)].join('\r\n'));
  expect(rows).toBe(count);
  expect(parts.map((part) => part.rows.length)).toEqual(sizes);
  expect(parts.every(({ csv }) => csv.startsWith(`${heading}\n`))).toBe(true);
});

test('what is long is cut sooner, and nothing is lost', () => {
  const long = `Ana;${'x'.repeat(200_000)}`;
  const { parts } = cutTable([heading, long, long, 'Ben;b@x.test'].join('\n'));
  expect(parts.map((part) => part.rows.length)).toEqual([1, 2]);
});

test.each([
  [['name', 'mail'], 1, null],
  [['name', 'shoes'], 1, { kind: 'unknown', column: 'shoes' }],
  [['name', 'name'], 1, { kind: 'twice', column: 'name' }],
  [['name'], 0, { kind: 'empty' }],
])('a heading %j over %i rows is at fault with %j', (columns, rows, fault) => {
  expect(faultOf({ columns, rows })).toEqual(fault);
});

test('each row is told by its line in the file, with what stood there', () => {
  const table = cutTable(`\n${heading}\nAna;ana@x.test\n\n"Be\nn";nonsense\n`);
  const answer: CustomerImport = {
    ...{ dryRun: true, made: 1, changed: 0, same: 0 },
    rows: [{ row: 2, line: 2, outcome: 'made', name: 'Ana', customer: null, changes: [] }],
    refused: [
      { row: 3, line: 3, column: 'mail', code: 'invalid_request', path: 'x', message: 'y' },
    ],
  };
  expect(linesOf(table, table.parts[0]!, answer)).toEqual([
    { line: 3, name: 'Ana', outcome: 'made', customer: null, changes: [] },
    {
      ...{ line: 5, name: 'Be\nn', outcome: 'refused' },
      ...{ code: 'invalid_request', column: 'mail', value: 'nonsense' },
    },
  ]);
});
